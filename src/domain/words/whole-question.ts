/** Questions that are told by all of their words, and not by some: a few forms of each kind, in English. */

/**
 * @param forms patterns by kind, of words alone in lower case; the first kind that fits is meant
 * @param before what may come before any of them, and `after` what may follow
 */
export function wholeQuestions<Kind extends string>(
  forms: Readonly<Record<Kind, readonly string[]>>,
  before: string,
  after = '',
): (words: string) => Kind | undefined {
  const kinds = (Object.keys(forms) as Kind[]).map(
    (kind) => [kind, new RegExp(`^${before}(?:${forms[kind].join('|')})${after}$`)] as const,
  );
  return (words) => kinds.find(([, pattern]) => pattern.test(words))?.[0];
}
