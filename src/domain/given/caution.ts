/** Said last in what a text says of a medicine, or of what must not be mixed or eaten. A mind is not told it as its own words. */
export const caution =
  'Whether this text can be trusted I cannot tell: before anybody acts on it, ask a doctor, a pharmacist or the poison centre.';

export const withoutCaution = (answer: string): string => answer.replace(caution, '').trim();
