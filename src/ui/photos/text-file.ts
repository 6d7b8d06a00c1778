/** A small text file becomes words of the question that is being written, as if its text were pasted. */
import { tick } from 'svelte';
import { mostTextLetters } from '../../domain/given/text';

/** A letter has at most so many: what has more bytes need not be read. */
const mostLetterBytes = 4;

/** Null for what is no text, or too much of it. */
async function textOf(file: File): Promise<string | null> {
  if (file.size === 0 || file.size > mostLetterBytes * mostTextLetters) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    return text.includes('\0') || text.length > mostTextLetters ? null : text.trim();
  } catch {
    return null;
  }
}

/** Puts them below what is written already, and the cursor after them. Resolves with those that are no such texts. */
export async function take(chat: { draft: string }, files: readonly File[]): Promise<File[]> {
  const refused: File[] = [];
  const texts: string[] = [];
  for (const file of files) {
    const text = await textOf(file);
    if (text) texts.push(text);
    else refused.push(file);
  }
  if (texts.length === 0) return refused;
  chat.draft = [chat.draft.trim(), ...texts].filter(Boolean).join('\n\n') + '\n';
  await tick();
  const field = document.querySelector<HTMLTextAreaElement>('#question');
  field?.focus();
  field?.setSelectionRange(chat.draft.length, chat.draft.length);
  if (field) field.scrollTop = field.scrollHeight;
  return refused;
}
