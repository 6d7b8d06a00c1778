/**
 * Whether a question asks for nothing but the text in a photo. What was read there is known exactly, so that no mind need
 * be asked, and a small one misreads it. Only a whole question counts: what asks for more is one for the mind.
 */
const noun =
  '(?:texts?|words|writing|lettering|labels?|signs?|letter|note|page|photos?|pictures?|images?|screen|screenshot|packet|package|packaging|box|bottle|tin|can|jar|tag|poster|menu|receipt|document|paper|leaflet|card|board)';
const named = `(?:(?:all )?(?:the|this|that|these|those|my) )?(?:(?:whole|plant|seed) )?${noun}`;
const place = `(?: (?:here|there|(?:in|on|of|from|off) (?:it|this|that|them|here|there|${named})))?`;
const thing = `(?:it|this|that|these|them|everything|all of it|what (?:it|${named}) says?|what (?:is|s) (?:written|printed|there)|${named})${place}`;
const manner = '(?: (?:aloud|out loud|out|to me|for me|to us|again|once more|please|now))';
const text = '(?:text|texts|words|writing)';

const forms = [
  `read(?: (?:me|us))?(?: (?:out|aloud|out loud))? ${thing}${manner}*`,
  `read${manner}+`,
  `what (?:do|does) ${thing} (?:say|read)${place}${manner}*`,
  `(?:tell|show) me what ${thing} (?:says?|reads?)${place}`,
  `what (?:is|s) (?:written|printed)${place}`,
  `what (?:is|s|are) the ${text}${place}`,
  `what ${text} (?:is|are|can you see|do you see|can you read)${place}`,
  `what (?:can|do) you read${place}`,
  `(?:is|are) there (?:any |some )?${text}${place}`,
  `(?:can|do) you see (?:any |some |the )?${text}${place}`,
  `is (?:any|some)thing (?:written|printed)${place}`,
];
const politely =
  '(?:(?:hey|ok|okay|and|now|so) )?(?:tansy )?(?:please )?(?:(?:can|could|would|will) you )?(?:please )?';
const whole = new RegExp(`^${politely}(?:${forms.join('|')})(?: please)?$`);

/** No longer question is only that. */
const mostLetters = 80;

export function asksForText(question: string): boolean {
  if (question.length > mostLetters) return false;
  return whole.test(
    question
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
}
