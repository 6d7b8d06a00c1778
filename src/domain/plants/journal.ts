/** The plant journal: plants that a person grows, each with what was seen, done and noted, and when. */
import { isBlank } from '../words/blank';
import type { ConditionId } from './diagnosis';

export type PlantId = string;
/** `2026-12-06`, a day of the calendar where its person is. */
export type Day = string;

export interface JournalPlant {
  readonly id: PlantId;
  readonly name: string;
  /** Where it grows, and what it is; empty where nobody said. */
  readonly place: string;
  readonly crop: string;
  readonly createdAt: number;
  /** When what is said of it here was last changed. Its entries have their own times. */
  readonly updatedAt: number;
}

/** The journal's own copy: it outlives the conversation in which the photo was shown. */
export interface JournalPhoto {
  /** That of the attachment of which it is a copy. */
  readonly id: string;
  readonly mime: string;
  readonly sizeBytes: number;
  readonly widthPx?: number;
  readonly heightPx?: number;
  readonly blob: Blob;
}

/** What was said of photos on their day. A later specialist may judge otherwise: this stays as it was said. */
export interface KeptVerdict {
  readonly text: string;
  /** What it may have been, healthy left out: the likeliest first. */
  readonly conditions: readonly ConditionId[];
}

export type EntryContent =
  | {
      readonly type: 'photo';
      readonly photos: readonly JournalPhoto[];
      readonly verdict?: KeptVerdict;
    }
  | { readonly type: 'treatment' | 'note'; readonly text: string }
  | { readonly type: 'look-again'; readonly dueOn: Day };

/** Never changed once it is there, only removed; but a photo that nobody had judged may get its verdict later. */
export type JournalEntry = EntryContent & {
  readonly id: string;
  readonly plantId: PlantId;
  readonly at: number;
};
export type PhotoEntry = Extract<JournalEntry, { type: 'photo' }>;
export type LookAgain = Extract<JournalEntry, { type: 'look-again' }>;

/** All of a journal, or some of it. */
export interface JournalContent {
  readonly plants: readonly JournalPlant[];
  readonly entries: readonly JournalEntry[];
}

/** What a person says of a plant. */
export type PlantNames = Pick<JournalPlant, 'name' | 'place' | 'crop'>;

/** More is no name, and no note that anybody reads again. */
export const mostNameLetters = 80;
export const mostTextLetters = 2000;

const tidy = (text: string): string => text.trim().replace(/\s+/g, ' ');

export const tidied = ({ name, place, crop }: PlantNames): PlantNames => ({
  name: tidy(name),
  place: tidy(place),
  crop: tidy(crop),
});

export type NameProblem = 'empty' | 'too-long' | 'taken';

/**
 * Whether a plant can be called so. One name may be in two places: each place has its tomatoes.
 * @param others all plants but itself
 */
export function nameProblem(
  wanted: PlantNames,
  others: readonly JournalPlant[],
): NameProblem | null {
  const names = tidied(wanted);
  if (isBlank(names.name)) return 'empty';
  if (Object.values(names).some((text) => [...text].length > mostNameLetters)) return 'too-long';
  const called = ({ name, place }: PlantNames) => `${name}\n${place}`.toLocaleLowerCase();
  return others.some((other) => called(other) === called(names)) ? 'taken' : null;
}

/** Newest first. */
export const timelineOf = (entries: readonly JournalEntry[], id: PlantId): JournalEntry[] =>
  entries.filter(({ plantId }) => plantId === id).sort((a, b) => b.at - a.at);

/** The day on which it is to be looked at again; over once there is a photo of that day, the one before it, or a later one. */
export function dueIn(timeline: readonly JournalEntry[]): LookAgain | null {
  const at = timeline.findIndex(({ type }) => type === 'look-again');
  const last = timeline[at];
  if (last?.type !== 'look-again') return null;
  const isOver = timeline
    .slice(0, at)
    .some((entry) => entry.type === 'photo' && dayAfter(entry.at, 1) >= last.dueOn);
  return isOver ? null : last;
}

/** What the plant was last said to have, for what to do about it. */
export function conditionsIn(timeline: readonly JournalEntry[]): readonly ConditionId[] {
  for (const entry of timeline) {
    if (entry.type === 'photo' && entry.verdict) return entry.verdict.conditions;
  }
  return [];
}

export interface DatedPhoto {
  readonly photo: JournalPhoto;
  readonly entryId: string;
  readonly at: number;
  readonly verdict?: KeptVerdict | undefined;
}

/** Oldest first, as one looks at what became of a plant. */
export const photosIn = (timeline: readonly JournalEntry[]): DatedPhoto[] =>
  timeline.toReversed().flatMap((entry) =>
    entry.type === 'photo'
      ? entry.photos.map((photo) => ({
          photo,
          entryId: entry.id,
          at: entry.at,
          verdict: entry.verdict,
        }))
      : [],
  );

/** The calendar's day so many days after a moment; its clock may be put forward or back between them. */
export function dayAfter(at: number, days: number): Day {
  const date = new Date(at);
  date.setDate(date.getDate() + days);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
