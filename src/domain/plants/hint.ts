/** A short look at a question, before the rules on plants are fetched: none that they would answer is missed. */
const mostLetters = 2000;
const hints =
  /plant|lea(f|ve)|wrong|matter|problem|happen|going on|sick|\bill\b|health|disease|diagnos|infect|pest|mo?u?ld|mildew|rust|blight|virus|fung|scab|dying|\bdie|wilt|droop|yellow|brown|spot|hole|curl|treat|cure|save|spray|spread|\bail|\beat|recover|harvest/i;

export const mayConcernPlants = (question: string): boolean =>
  hints.test(question.slice(0, mostLetters)) || hints.test(question.slice(-mostLetters));
