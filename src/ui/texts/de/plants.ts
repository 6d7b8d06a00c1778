/** What is shown of plants, in German. What is known of them is in English. */
import type { Verdict } from '../../../domain/plants/diagnosis';
import type { PlantCard } from '../../../domain/plants/card';
import type { Place } from '../../../domain/plants/evidence';
import type { NamedCondition } from '../../../domain/plants/names';
import { capital } from '../capital';

const percent = (share: number) => `${Math.round(100 * share)}\u00a0%`;
const day = new Intl.DateTimeFormat('de', { dateStyle: 'long', timeZone: 'UTC' });
const dated = (date: string) => day.format(new Date(date));

/** How sure it is of one cause, in a word. */
const sureness = (verdict: Verdict['type'], rank: number) => {
  if (verdict === 'likely' && rank === 0) return 'Wahrscheinlich';
  return verdict === 'possible' && rank >= 0 ? 'Möglich' : 'Weniger wahrscheinlich';
};

const all = new Intl.ListFormat('de', { type: 'conjunction' });

const places: Readonly<Record<Place, string>> = {
  upper: 'meist in der oberen Hälfte',
  lower: 'meist in der unteren Hälfte',
  left: 'meist in der linken Hälfte',
  right: 'meist in der rechten Hälfte',
  'upper-left': 'meist oben links',
  'upper-right': 'meist oben rechts',
  'lower-left': 'meist unten links',
  'lower-right': 'meist unten rechts',
  middle: 'meist in der Mitte',
  scattered: 'an keiner bestimmten Stelle',
  everywhere: 'fast überall',
};

/** Of a photo, what was judged. */
const looked = {
  all: (count: number) => (count === 1 ? 'das ganze Foto' : `alle ${count} Fotos ganz`),
  middle: (count: number) =>
    count === 1 ? 'nur die Mitte des Fotos' : `nur die Mitte von jedem der ${count} Fotos`,
  part: (count: number, at: number) =>
    count === 1 ? 'nur ein Teil des Fotos' : `nur ein Teil von Foto ${at} von ${count}`,
};

/** Of a plant that is not known: what anybody can check, and nothing that claims to know it. */
const anyPlant = {
  heading: 'Worauf man bei jeder Pflanze sehen kann:',
  questions: [
    'Licht: Bekommt sie so viel, wie ihre Art braucht, und wurde sie kürzlich umgestellt?',
    'Wasser: Ist die Erde fingertief nass oder trocken, und kann unten Wasser ablaufen?',
    'Blattunterseiten: Sind dort Insekten, Eier, Gespinste oder ein klebriger Film?',
    'Beginn: Fing es an den alten Blättern an, an den jungen oder auf einer Seite?',
    'Neues: ein Topf, Dünger, ein Spritzmittel, Hitze, Kälte oder Zugluft?',
  ],
};

/** A part of a photo that is judged by itself. */
const cutOut = {
  start: 'Einen Ausschnitt beurteilen',
  another: 'Anderen Ausschnitt beurteilen',
  whole: 'Ganzes Foto',
  heading: 'Einen Ausschnitt des Fotos beurteilen',
  hint: 'Legen Sie den Rahmen um ein einzelnes Blatt.',
  frame: 'Rahmen',
  keys: 'Die Pfeiltasten verschieben ihn. Mit Shift machen sie ihn größer oder kleiner.',
  stands: (left: number, top: number, side: number) =>
    `${percent(left)} von links, ${percent(top)} von oben, ${percent(side)} breit`,
  photo: (at: number, of: number) => `Foto ${at} von ${of}`,
  next: 'Nächstes Foto',
  judge: 'Ausschnitt beurteilen',
  found: 'In diesem Teil ist ein Blatt am besten zu sehen.',
  judging: 'Dieser Ausschnitt wird beurteilt\u00a0…',
  cancel: 'Abbrechen',
  gone: 'Dieses Foto ist nicht mehr auf diesem Gerät.',
  failed:
    'Dieser Ausschnitt konnte nicht beurteilt werden. Was vorher gefunden wurde, bleibt erhalten. Versuchen Sie es noch einmal.',
  missing:
    'Der Pflanzenspezialist ist nicht da. Was vorher gefunden wurde, bleibt erhalten. Laden Sie ihn erst.',
};

export const plants = {
  anyPlant,
  cutOut,
  looked: (what: keyof typeof looked, count: number, at: number) =>
    `Angesehen: ${looked[what](count, at)}.`,
  evidence: 'Wo hingesehen wurde',
  weighed: ({ name, isHealthy }: NamedCondition, place: Place, isFramed: boolean) =>
    `${isFramed ? 'Im Rahmen zählten die hellen Stellen' : 'Die hellen Stellen zählten'} am meisten für ${isHealthy ? 'ein gesundes Blatt' : `„${name}“`}: ${places[place]}.`,
  evidenceUnfetched:
    'Das konnte nicht gezeigt werden. Laden Sie diesen Tab neu, um es erneut zu versuchen.',
  sureness,
  condition: ({ name, isHealthy }: NamedCondition) => (isHealthy ? 'Gesund' : capital(name)),
  of: (crop: string, scientificName = '') =>
    [capital(crop), scientificName].filter(Boolean).join(' · '),
  causes: 'Was es sein könnte',
  /** Of a conversation. */
  title: ({ name, crop, isHealthy }: NamedCondition, isLikely: boolean) => {
    const disease = name.includes(crop) ? name : `${name} (${crop})`;
    return `${capital(isHealthy ? `${crop}, gesund` : disease)}${isLikely ? '' : '?'}`;
  },
  known: (crops: readonly string[]) =>
    `Pflanzen, die sich an einem Blatt beurteilen lassen: ${all.format(crops)}.`,
  onlyKnown: ({ name, crop, isHealthy }: NamedCondition) =>
    `${capital(crop)}: Bekannt ${isHealthy ? 'sind nur gesunde Blätter' : `ist nur ${name}`}.`,
  /** Above what the photo can still tell. */
  noClaim: 'Keine Diagnose',
  unlikeCrop: (crop: string) => `Das Blatt sieht nicht aus wie eines dieser Pflanze: ${crop}.`,
  crop: 'Es ist',
  cropSeen: (crop: string) => `${crop}, nach dem Foto`,
  cropChange: 'Wenn nicht, wählen Sie.',
  cropNotSaid: 'welche Pflanze?',
  cropOption: (crop: string) => crop,
  /** Where the page is not. */
  notesInEnglish: 'Die Hinweise sind auf Englisch.',
  noNotes: 'Dazu habe ich noch keine Hinweise.',
  signs: (count: number) => `${count} Anzeichen zum Prüfen`,
  signsAgainst: 'Ihre Anzeichen sprechen dagegen.',
  yes: 'Ja',
  no: 'Nein',
  today: 'Heute',
  todayIf: ({ name, isHealthy }: NamedCondition) =>
    isHealthy ? 'Heute, wenn die Pflanze gesund ist' : `Heute, wenn es „${name}“ ist`,
  later: 'Diese Woche und nächste Saison',
  thisWeek: 'Diese Woche',
  nextSeason: 'Nächste Saison',
  chemicals: 'Chemische Mittel',
  labelRules: 'Beachten Sie das Etikett und die örtlichen Vorschriften.',
  lookAlikes: 'Was ähnlich aussieht',
  about: ({ kind, harvest }: Pick<PlantCard, 'kind' | 'harvest'>) =>
    `Mehr dazu: ${kind === 'healthy' ? '' : 'Ausbreitung, '}${harvest ? 'Ernte, ' : ''}Rat`,
  spread: {
    low: 'Breitet sich langsam aus.',
    medium: 'Breitet sich aus.',
    high: 'Breitet sich schnell aus.',
  },
  howSure: 'Wie sicher',
  closest: 'Was am nächsten kommt',
  figures: (hasSigns: boolean, photos: number, crop?: string) => {
    const by = photos === 1 ? 'nach dem Foto' : `nach den ${photos} Fotos`;
    const photo = crop === undefined ? by : `${by}, genommen als ${crop},`;
    const signs = `${photo} und den Anzeichen, die Sie nannten`;
    const alone = crop === undefined ? `allein ${photo}` : photo.slice(0, -1);
    return `Von den Befunden, die ich kenne, ${hasSigns ? signs : alone}:`;
  },
  percent: (share: number) => (share < 0.01 ? 'unter 1\u00a0%' : percent(share)),
  sources: (count: number) => (count === 1 ? '1 Quelle' : `${count} Quellen`),
  source: (number: number, title: string) => `Quelle ${number}: ${title}`,
  read: (date: string) => `gelesen am ${dated(date)}`,
  /** Under what was told, which names what it is about. */
  since: (of: NamedCondition, now: NamedCondition | null) => {
    const called = ({ name, isHealthy }: NamedCondition) => (isHealthy ? 'gesund' : name);
    return now
      ? `Auf der Karte oben steht jetzt: ${called(now)}.`
      : `Auf der Karte oben steht nicht mehr: ${called(of)}.`;
  },
  aboutSource:
    'Die Seite kann sich geändert haben, seit sie gelesen wurde. Sie erfährt, dass Sie da waren, und nichts von dem, was hier gesagt wird.',
  noLaboratory: 'Das ist keine Diagnose aus einem Labor.',
  reviewed: (date: string) => `Hinweise vom ${dated(date)}.`,
} as const;
