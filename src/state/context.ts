/** How components reach the app's state. */
import { createContext } from 'svelte';
import type { ReceiptsRead } from '../services/kept/receipts';
import type { CameraState } from './camera.svelte';
import type { Chat } from './chat.svelte';
import type { Ears } from './ears.svelte';
import type { Journal } from './journal.svelte';
import type { LanguageState } from './language.svelte';
import type { Minds } from './minds.svelte';
import type { OwnData } from './own-data.svelte';
import type { Photos } from './photos.svelte';
import type { Plants } from './plants.svelte';
import type { Readings } from './readings.svelte';
import type { SettingsState } from './settings.svelte';
import type { Setup } from './setup.svelte';
import type { Shelf } from './shelf.svelte';
import type { Stored } from './stored.svelte';
import type { UpdateState } from './update.svelte';
import type { VoiceState } from './voice.svelte';
import type { Voices } from './voices.svelte';

/** What is looked for in the settings, and so in sight once they are open. */
export type SettingsPlace = 'top' | 'minds' | 'keys';

export interface AppState {
  readonly chat: Chat;
  readonly photos: Photos;
  readonly readings: Readings;
  readonly plants: Plants;
  readonly camera: CameraState;
  readonly shelf: Shelf;
  readonly setup: Setup;
  readonly voice: VoiceState;
  readonly minds: Minds;
  readonly ears: Ears;
  readonly stored: Stored;
  readonly ownData: OwnData;
  readonly voices: Voices;
  readonly settings: SettingsState;
  readonly language: LanguageState;
  readonly update: UpdateState;
  /** Of the newest answers, as they are read. */
  receipts(signal: AbortSignal): Promise<AsyncIterable<ReceiptsRead>>;
  /** Fetched and read once it is wanted. */
  openJournal(): Promise<Journal>;
  openSettings(at: SettingsPlace): void;
}

export const [getApp, setApp] = createContext<AppState>();
