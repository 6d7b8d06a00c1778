/** Which of the crops known a plant is, by what its person wrote down: in English, or in the language of the page. */
import { cropsToSay } from '../../domain/diagnosis';
import { cropsNamed } from '../../domain/plant-crop';
import { cropCalled } from '../texts/plant-names';

/** Tomatoes that are called by another fruit. */
const kindOfTomato = /\b(cherry|grape|apple)[ -](?=tomato)/gi;

/** Undefined where none is named, or more than one. @param classes of the specialist */
export function cropEntered(written: string, classes: readonly string[]): string | undefined {
  const crops = cropsToSay(classes);
  const named = cropsNamed(written.replace(kindOfTomato, ''), crops);
  if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  const text = written.toLocaleLowerCase();
  // The longest: the name of one may be a part of that of another.
  const called = crops
    .map((crop) => ({ crop, name: cropCalled(crop).toLocaleLowerCase() }))
    .filter(({ name }) => text.includes(name))
    .sort((a, b) => b.name.length - a.name.length);
  return called[0]?.crop;
}
