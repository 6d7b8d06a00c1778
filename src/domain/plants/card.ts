/** What is known of a condition: models/plants/knowledge/<id>.json. Every sentence names its sources. */
import type { ConditionId } from './diagnosis';

export interface Sourced {
  readonly text: string;
  /** Numbers into `sources`, from 1. */
  readonly sources: readonly number[];
}

export interface PlantSign extends Sourced {
  readonly id: string;
  /** Whether it is there, to be answered yes or no. */
  readonly question: string;
}

export interface PlantSource {
  readonly title: string;
  readonly publisher: string;
  readonly year: number | null;
  readonly url: string;
  /** The day on which it was read. */
  readonly read: string;
}

export interface PlantCard {
  readonly id: ConditionId;
  readonly crop: string;
  readonly name: string;
  readonly scientificName: string;
  readonly kind: 'disease' | 'pest' | 'deficiency' | 'healthy';
  readonly about: readonly Sourced[];
  readonly signs: readonly PlantSign[];
  readonly lookAlikes: readonly {
    readonly id: ConditionId;
    readonly tell: string;
    readonly sources: readonly number[];
  }[];
  readonly today: readonly Sourced[];
  readonly thisWeek: readonly Sourced[];
  readonly nextSeason: readonly Sourced[];
  readonly chemicals: readonly (Sourced & { readonly activeIngredient: string })[];
  readonly expert: Sourced;
  readonly harvest: Sourced | null;
  readonly spread: Sourced & { readonly risk: 'low' | 'medium' | 'high' };
  readonly sources: readonly PlantSource[];
  readonly reviewed: string;
}

/** Those that are known; for many conditions there is none. */
export type PlantCards = ReadonlyMap<ConditionId, PlantCard>;
