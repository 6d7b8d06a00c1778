/** What is told of a condition: the sentences of its card that answer a question. */
import type { PlantCard, Sourced } from './card';
import type { CardPart } from './follow-up';
import type { NamedCondition } from './names';

/** A condition by its English name, and how likely it is, 0 to 1. */
export interface SureCause extends NamedCondition {
  readonly probability: number;
}

export interface SureOf {
  readonly type: 'likely' | 'possible' | 'unsure';
  /** It is by what its person saw, too, and not by the photo alone. */
  readonly hasSigns: boolean;
  /** How many were judged. */
  readonly photos: number;
  /** What a person says that it is, by its English name; undefined where that is left to the photo. */
  readonly crop?: string | undefined;
}

export interface PlantWords {
  readonly failed: string;
  /** In place of a guess: the specialist is not here, or its browser computes it wrongly. */
  readonly absent: string;
  readonly unfit: string;
  readonly unread: string;
  /** What is told is of this condition, certain or not. */
  readonly of: (card: PlantCard, isCertain: boolean) => string;
  readonly sources: (publishers: readonly string[]) => string;
  readonly nothingKnown: string;
  /** @param then what comes next in its list */
  readonly sure: (first: SureCause, then: SureCause | undefined, of: SureOf) => string;
  readonly crop: (crops: readonly string[], isSaid: boolean) => string;
  /** Whether it goes to another plant, where nothing is said of that. */
  readonly nothingOnSpread: (condition: string, plant: string) => string;
  /** The same of whether it can be eaten. */
  readonly nothingOnEating: string;
  /** To a question of a plant without its photo, and to one of a plant that no photo would help with. */
  readonly photoless: string;
  readonly otherKind: (crops: readonly string[]) => string;
  /** What was offered is not wanted. */
  readonly declined: string;
  readonly followLabel: string;
  readonly ingredient: (name: string, text: string) => string;
}

export function sentencesOf(
  card: PlantCard,
  asked: CardPart,
  words: PlantWords,
): readonly Sourced[] {
  switch (asked) {
    case 'treatment':
      return [...card.today, ...card.thisWeek];
    case 'prevention':
      return card.nextSeason;
    case 'signs':
      return card.signs;
    case 'lookAlikes':
      return card.lookAlikes.map(({ tell, sources }) => ({ text: tell, sources }));
    case 'harvest':
      return card.harvest ? [card.harvest] : [];
    case 'spread':
      // On the card of a healthy plant, it is what to keep an eye on.
      return card.kind === 'healthy' ? [] : [card.spread];
    case 'expert':
      return [card.expert];
    case 'unsaid':
    case 'verdict':
    case 'sureness':
    case 'crop':
      return [];
    case 'about':
      return card.about;
    case 'chemicals':
      return card.chemicals.length === 0
        ? []
        : [
            ...card.chemicals.map(({ activeIngredient, text, sources }) => ({
              text: words.ingredient(activeIngredient, text),
              sources,
            })),
            { text: words.followLabel, sources: [] },
          ];
  }
}
