/** A mind of the catalogue as the app asks it, one question about given passages at a time, each a new conversation. */
import type { LanguageModel } from '../../src/domain/models/model';
import { estimateTokens } from '../../src/domain/mind/prompt';
import type { GenerateSummary } from '../../src/protocol/language';
import { MindService } from '../../src/services/mind/mind';
import { evidenceTexts } from '../../src/ui/texts/answer';
import { bring, model, plan } from '../browser/support/models';
import { askedEachTime } from '../fakes/known-answers';
import { passageQuestion } from '../../src/domain/given/passages';
import { asQuestion } from './question';

export interface AnswersBench {
  answer(passages: readonly string[], question: string): Promise<AnsweredQuestion>;
}

export interface AnsweredQuestion extends GenerateSummary {
  /** Passages that had room. */
  readonly used: number;
}

/** Tokens that the passages and the question may take. */
function roomIn({ systemPrompt, contextTokens, generation }: LanguageModel): number {
  const system = estimateTokens({ role: 'system', text: systemPrompt, imageIds: [] });
  const nothing = estimateTokens({ role: 'user', text: '', imageIds: [] });
  return contextTokens - generation.maxNewTokens - system - nothing;
}

/**
 * @param mindId which language model of the catalogue
 * @param isAlone its answers are not held to the text
 */
export async function openAnswers(mindId: string, isAlone: boolean): Promise<AnswersBench> {
  const asked = model(mindId, 'language');
  const own = plan(asked);
  await bring(own);
  const mind = new MindService(own, async () => undefined, askedEachTime());
  mind.quoteWords = isAlone ? null : evidenceTexts;
  await mind.start();
  const never = new AbortController().signal;
  return {
    async answer(passages, question) {
      const { text, used } = passageQuestion(passages, question, roomIn(asked));
      const { summary } = await mind.reply([asQuestion(text)], never);
      return { ...summary, used };
    },
  };
}
