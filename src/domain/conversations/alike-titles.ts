/** Conversations that a list of titles does not tell apart: the same is asked again, or begins with the same words. */
import type { Conversation } from './conversation';
import type { ConversationId } from '../ids';

/** So much of a title is in sight in a narrow list. */
const seenLetters = 48;

type Titled = Pick<Conversation, 'id' | 'title' | 'updatedAt'>;

const seen = ({ title }: Titled): string =>
  [...title.trim().toLocaleLowerCase()].slice(0, seenLetters).join('');

/**
 * Those whose title another has too, each with when it was last added to.
 * @param coarse and `fine` say a moment: the first that differs among all of one title is taken for them
 */
export function timesOfAlike(
  conversations: readonly Titled[],
  coarse: (at: number) => string,
  fine: (at: number) => string,
): ReadonlyMap<ConversationId, string> {
  const groups = new Map<string, Titled[]>();
  for (const conversation of conversations) {
    const title = seen(conversation);
    groups.set(title, [...(groups.get(title) ?? []), conversation]);
  }
  const told = [...groups.values()].flatMap((group) => {
    if (group.length < 2) return [];
    const isTold = new Set(group.map(({ updatedAt }) => coarse(updatedAt))).size === group.length;
    const say = isTold ? coarse : fine;
    return group.map(({ id, updatedAt }): [ConversationId, string] => [id, say(updatedAt)]);
  });
  return new Map(told);
}
