/** What a person may choose. Stored one value a name and merged over these defaults. */
export interface Settings {
  readonly theme: 'system' | 'light' | 'dark';
  /** `model-id/voice-id`, `system/<voiceURI>`, or `auto`: joe, or Kokoro where it keeps up. */
  readonly voice: string;
  /** 0.7 to 1.5; 1 is the voice's own pace. */
  readonly speechRate: number;
  /** 0.35 to 2; 1 is the voice's own. */
  readonly loudness: number;
  readonly speakAnswers: boolean;
  /** Hands-free, short tones say what it is doing. */
  readonly sounds: boolean;
  /** BCP 47 primary tag, or `auto` to let the ears detect it. */
  readonly spokenLanguage: string;
  readonly earsModel: 'auto' | 'whisper-base' | 'whisper-tiny';
  readonly mindModel: string;
  readonly device: 'auto' | 'wasm' | 'webgpu';
  /** Questions' recordings are kept for replay when true. */
  readonly keepRecordings: boolean;
  /** Set once the lite tier has been asked for, so that loading is not asked for twice. */
  readonly setUpAccepted: boolean;
  /** Set once all of it was here: what is missing later was lost. */
  readonly setUpWhole: boolean;
}

export const defaultSettings: Settings = {
  theme: 'system',
  voice: 'auto',
  speechRate: 1,
  loudness: 1,
  speakAnswers: true,
  sounds: true,
  spokenLanguage: 'en',
  earsModel: 'auto',
  mindModel: 'tansy-lite',
  device: 'auto',
  keepRecordings: true,
  setUpAccepted: false,
  setUpWhole: false,
};

/** Where only some values of a type are meant. */
const listed: Readonly<Record<string, readonly unknown[]>> = {
  theme: ['system', 'light', 'dark'],
  earsModel: ['auto', 'whisper-base', 'whisper-tiny'],
  device: ['auto', 'wasm', 'webgpu'],
} satisfies { readonly [Name in keyof Settings]?: readonly Settings[Name][] };

/** Least and most. A file that is brought in may say anything. */
const ranges: Readonly<Record<string, readonly [number, number]>> = {
  speechRate: [0.7, 1.5],
  loudness: [0.35, 2],
} satisfies { readonly [Name in keyof Settings]?: readonly [number, number] };

/** Whether something stored or brought in is a setting of this version, with a value that it can have. */
export function isSetting(name: string, value: unknown): boolean {
  if (!Object.hasOwn(defaultSettings, name)) return false;
  const standard = defaultSettings[name as keyof Settings];
  const [least, most] = ranges[name] ?? [-Infinity, Infinity];
  const isWithin = typeof value !== 'number' || (value >= least && value <= most);
  return typeof value === typeof standard && isWithin && (listed[name]?.includes(value) ?? true);
}

/** Not of the person but of this device: what it has been asked to fetch. */
export const isOfDevice = (name: string): boolean =>
  name === 'setUpAccepted' || name === 'setUpWhole';
