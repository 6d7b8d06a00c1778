/**
 * What a translation holds: each area of the English texts, of the same form. What is said as an answer is in none of them, since
 * the mind and the voices that everybody has are English.
 */
import type { answerTexts, leavingTexts } from './answer';
import type { commands } from './commands';
import type { composer } from './composer';
import type { failureText, noNetwork } from './failures';
import type { firstRun } from './first-run';
import type { given } from './given';
import type { journal } from './journal';
import type { language } from './language';
import type { liveCamera } from './live-camera';
import type { mindNotes } from './mind-notes';
import type { ears, minds, stored } from './models';
import type { ownData } from './own-data';
import type { page } from './page';
import type { panel } from './panel';
import type { photoHints } from './photo-hints';
import type { camera, photoFailureText, photos } from './photos';
import type { PlantNames } from './plant-names';
import type { plants } from './plants';
import type { reading, readingFailureText } from './reading';
import type { receipt } from './receipt';
import type { keys, settings } from './settings';
import type { speedWords } from './speed';
import type { message, thread, welcome } from './thread';
import type { voice } from './voice';

export interface Catalogue {
  readonly answerTexts: typeof answerTexts;
  readonly camera: typeof camera;
  readonly commands: Pick<typeof commands, 'canSay'>;
  readonly composer: typeof composer;
  readonly ears: typeof ears;
  readonly failureText: typeof failureText;
  readonly firstRun: typeof firstRun;
  readonly given: ReturnType<typeof given>;
  readonly journal: typeof journal;
  readonly keys: typeof keys;
  readonly language: typeof language;
  readonly leavingTexts: typeof leavingTexts;
  readonly liveCamera: typeof liveCamera;
  readonly message: Omit<typeof message, 'plantUnfetchedAnswer'>;
  readonly mindNotes: typeof mindNotes;
  readonly minds: typeof minds;
  readonly noNetwork: typeof noNetwork;
  readonly ownData: typeof ownData;
  readonly page: typeof page;
  readonly panel: typeof panel;
  readonly photoFailureText: typeof photoFailureText;
  readonly photoHints: typeof photoHints;
  readonly photos: Omit<typeof photos, 'unseenAnswers' | 'smallAnswers' | 'samePlantAsks'>;
  readonly plantNames: PlantNames;
  readonly plants: Omit<typeof plants, 'answers' | 'sentences'>;
  readonly reading: Omit<typeof reading, 'aloud'>;
  readonly readingFailureText: typeof readingFailureText;
  readonly receipt: typeof receipt;
  readonly settings: Omit<typeof settings, 'trySentence'>;
  readonly speed: typeof speedWords;
  readonly stored: typeof stored;
  readonly thread: typeof thread;
  readonly voice: typeof voice;
  readonly welcome: Omit<typeof welcome, 'ofPhoto' | 'questions'>;
}

export type LaterTexts = Pick<
  Catalogue,
  | 'commands'
  | 'ears'
  | 'given'
  | 'journal'
  | 'keys'
  | 'liveCamera'
  | 'mindNotes'
  | 'minds'
  | 'ownData'
  | 'photoHints'
  | 'plantNames'
  | 'plants'
  | 'settings'
  | 'speed'
  | 'stored'
>;
export type FirstTexts = Omit<Catalogue, keyof LaterTexts>;
