/** The plant journal: plants and what is kept of each. What could not be saved rejects, and nothing is changed by it. */
import { copyId, originOf, type PendingAttachment } from '../domain/conversations/attachment';
import { calendarFile } from '../domain/plants/calendar';
import type { ConditionId } from '../domain/plants/diagnosis';
import {
  dayAfter,
  tidied,
  timelineOf,
  type EntryContent,
  type JournalContent,
  type JournalEntry,
  type JournalPhoto,
  type JournalPlant,
  type KeptVerdict,
  type LookAgain,
  type PhotoEntry,
  type PlantId,
  type PlantNames,
} from '../domain/plants/journal';
import type { PlantCards } from '../domain/plants/card';
import type { JournalKeeper } from '../services/kept/library';
import { mostPhotos } from './photos.svelte';

export interface JournalParts {
  readonly keeper: JournalKeeper;
  readonly pictures: { take(file: Blob, signal: AbortSignal): Promise<PendingAttachment> };
  readonly cardsOf: (ids: readonly ConditionId[]) => Promise<PlantCards>;
  readonly saveFile: (file: Blob, name: string) => void;
}

type PhotoSource = Omit<JournalPhoto, 'sizeBytes'>;

export interface KeptIn {
  readonly plant: JournalPlant;
  readonly entry: PhotoEntry;
}

/** A plant that is there, or the names of a new one. */
export type KeptWith = JournalPlant | PlantNames;

const isThere = (plant: KeptWith): plant is JournalPlant => 'id' in plant;

export class Journal {
  readonly #parts: JournalParts;
  /** Words that are not saved yet, by plant and kind: a Back out of their form must not lose them. */
  readonly drafts: Partial<Record<`${PlantId}/${'treatment' | 'note'}`, string>> = {};
  #content = $state.raw<JournalContent>({ plants: [], entries: [] });
  #removed = $state.raw<JournalContent | null>(null);
  #undoFailed = $state(false);

  constructor(parts: JournalParts) {
    this.#parts = parts;
  }

  /** The one of which something was kept last comes first. */
  get plants(): readonly JournalPlant[] {
    const lastAt = ({ id, createdAt }: JournalPlant) => this.timeline(id)[0]?.at ?? createdAt;
    return this.#content.plants.toSorted((a, b) => lastAt(b) - lastAt(a));
  }
  /** What an undo would put back. */
  get removed(): JournalContent | null {
    return this.#removed;
  }
  /** It could not be saved again, and can be tried once more. */
  get undoFailed(): boolean {
    return this.#undoFailed;
  }

  plant(id: PlantId): JournalPlant | undefined {
    return this.#content.plants.find((plant) => plant.id === id);
  }

  timeline(id: PlantId): readonly JournalEntry[] {
    return timelineOf(this.#content.entries, id);
  }

  /** The plant with which any of these photos is kept, or what they are copies of, and the entry. */
  keptIn(photoIds: readonly string[]): KeptIn | undefined {
    const origins = photoIds.map(originOf);
    const entry = this.#content.entries.find(
      (each): each is PhotoEntry =>
        each.type === 'photo' && each.photos.some(({ id }) => origins.includes(originOf(id))),
    );
    const plant = entry && this.plant(entry.plantId);
    return plant && { plant, entry };
  }

  /** Copies for a question, each with an id of its own. */
  copiesOf(photos: readonly JournalPhoto[], { name }: JournalPlant): PendingAttachment[] {
    return photos.slice(0, mostPhotos).map((photo) => ({
      ...photo,
      id: copyId(photo.id, crypto.randomUUID()),
      kind: 'image',
      name,
    }));
  }

  cardsOf(ids: readonly ConditionId[]): Promise<PlantCards> {
    return this.#parts.cardsOf(ids);
  }

  /** As it is stored now: another tab may have changed it. */
  async open(): Promise<void> {
    this.#content = await this.#parts.keeper.all();
  }

  async addPlant(names: PlantNames): Promise<JournalPlant> {
    const plant = newPlant(names);
    await this.#save({ plants: [plant] });
    return plant;
  }

  async rename(plant: JournalPlant, names: PlantNames): Promise<void> {
    await this.#save({ plants: [{ ...plant, ...tidied(names), updatedAt: Date.now() }] });
  }

  /** Copies photos of a conversation, with what was said of them. */
  async keep(
    given: KeptWith,
    photos: readonly PhotoSource[],
    verdict?: KeptVerdict,
  ): Promise<JournalPlant> {
    const plant = isThere(given) ? given : newPlant(given);
    const copies = await Promise.all(photos.map(copied));
    const content: EntryContent = { type: 'photo', photos: copies, ...(verdict && { verdict }) };
    // In one write: a plant whose photo did not fit on the disk must not be left behind.
    await this.#save({
      plants: isThere(given) ? [] : [plant],
      entries: [this.#entry(plant.id, content)],
    });
    return plant;
  }

  /** What was found in photos that nobody had judged when they were kept. */
  async judge(entry: PhotoEntry, verdict: KeptVerdict): Promise<void> {
    await this.#save({ entries: [{ ...entry, verdict }] });
  }

  /** Made ready as photos of questions are. */
  async addPhoto(plant: JournalPlant, file: Blob, signal: AbortSignal): Promise<void> {
    const photo = await this.#parts.pictures.take(file, signal);
    await this.keep(plant, [photo]);
  }

  async write({ id }: JournalPlant, type: 'treatment' | 'note', text: string): Promise<void> {
    await this.#save({ entries: [this.#entry(id, { type, text: text.trim() })] });
    this.drafts[`${id}/${type}`] = '';
  }

  async lookAgain({ id }: JournalPlant, inDays: number): Promise<void> {
    const dueOn = dayAfter(Date.now(), inDays);
    await this.#save({ entries: [this.#entry(id, { type: 'look-again', dueOn })] });
  }

  /** Hands the day to the browser's downloads, for a calendar to take in. */
  saveDay({ id, at, dueOn }: LookAgain, place: string, title: string): void {
    const text = calendarFile({ uid: `${id}@tansy`, day: dueOn, title, place, at });
    const file = new Blob([text], { type: 'text/calendar;charset=utf-8' });
    this.#parts.saveFile(file, `tansy-${dueOn}.ics`);
  }

  async removePlant({ id }: JournalPlant): Promise<void> {
    this.#noteRemoved(await this.#parts.keeper.removePlant(id));
    const { plants, entries } = this.#content;
    this.#content = {
      plants: plants.filter((plant) => plant.id !== id),
      entries: entries.filter(({ plantId }) => plantId !== id),
    };
  }

  async removeEntry(entry: JournalEntry): Promise<void> {
    await this.#parts.keeper.removeEntry(entry);
    this.#noteRemoved({ plants: [], entries: [entry] });
    const { plants, entries } = this.#content;
    this.#content = { plants, entries: entries.filter(({ id }) => id !== entry.id) };
  }

  async undo(): Promise<void> {
    if (!this.#removed) return;
    this.#undoFailed = false;
    try {
      await this.#save(this.#removed);
      this.#removed = null;
    } catch {
      this.#undoFailed = true;
    }
  }

  #noteRemoved(removed: JournalContent): void {
    this.#removed = removed;
    this.#undoFailed = false;
  }

  #entry(plantId: PlantId, content: EntryContent): JournalEntry {
    // Always after what is there, within one millisecond and where the clock was set back too.
    const newest = this.timeline(plantId)[0]?.at ?? 0;
    const at = Math.max(Date.now(), newest + 1);
    return { ...content, id: crypto.randomUUID(), plantId, at };
  }

  async #save({ plants = [], entries = [] }: Partial<JournalContent>): Promise<void> {
    await this.#parts.keeper.save({ plants, entries });
    this.#content = {
      plants: [...this.#content.plants.filter(isNoneOf(plants)), ...plants],
      entries: [...this.#content.entries.filter(isNoneOf(entries)), ...entries],
    };
  }
}

interface Identified {
  readonly id: string;
}
const isNoneOf =
  (others: readonly Identified[]) =>
  ({ id }: Identified) =>
    others.every((other) => other.id !== id);

function newPlant(names: PlantNames): JournalPlant {
  const now = Date.now();
  return { ...tidied(names), id: crypto.randomUUID(), createdAt: now, updatedAt: now };
}

/** Its bytes are read: a blob that only points into another record would be as lasting as a browser makes it. */
async function copied({ id, mime, widthPx, heightPx, blob }: PhotoSource): Promise<JournalPhoto> {
  const own = new Blob([await blob.arrayBuffer()], { type: mime });
  return {
    id,
    mime,
    sizeBytes: own.size,
    ...(widthPx !== undefined && { widthPx }),
    ...(heightPx !== undefined && { heightPx }),
    blob: own,
  };
}
