/** Questions as they come into the conversation. */
import type { OpenApp } from './app';

export const questions = (app: OpenApp) => app.page.locator('li.user .words');

/**
 * The words of the next question. Where none comes, the failure says what the page shows instead: that nothing was
 * heard, or that something stopped.
 * @param before how many questions there were
 */
export async function nextQuestion(app: OpenApp, before: number): Promise<string> {
  const question = questions(app).nth(before);
  try {
    await question.waitFor({ timeout: 60_000 });
  } catch (thrown) {
    const shown = await app.page.locator('body').innerText();
    throw new Error(`no question came; the page shows:\n${shown.slice(-1500)}`, { cause: thrown });
  }
  return question.innerText();
}
