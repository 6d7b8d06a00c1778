/**
 * What the interface sees of the app, and all it may ask of it. The runes classes beside this file implement
 * these; a gallery of screens implements them with scripted values. Getters are reactive where implemented.
 */
import type { Attachment } from '../domain/attachment';
import type { Conversation, Message, MessageId } from '../domain/conversation';
import type { ErrorCode } from '../domain/errors';
import type { ModelDescription } from '../domain/models';
import type { Settings } from '../domain/settings';

/** A failure to show: what happened (code), figures for its sentence, and what one button can do about it. */
export interface Notice {
  readonly id: string;
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, string>>;
  /** Where it belongs: near the composer, in the thread, over a model's row, … */
  readonly place: 'composer' | 'thread' | 'voice' | 'models' | 'storage';
  readonly action:
    | { readonly type: 'none' }
    | { readonly type: 'retry' | 'free-space' | 'open-models' | 'open-settings' };
}

export interface DraftImage {
  readonly id: string;
  readonly name: string;
  /** Object URL of the downscaled picture, for the tray. */
  readonly url: string;
  readonly state: 'reading' | 'encoding' | 'ready';
}

export interface SpokenRange {
  readonly messageId: MessageId;
  readonly startOffset: number;
  readonly endOffset: number;
}

export interface ThreadMessage {
  readonly message: Message;
  /** 1-based place among its siblings, for the branch switch. */
  readonly branch: number;
  readonly branches: number;
}

export interface ChatState {
  readonly conversations: readonly Conversation[];
  readonly current: Conversation | null;
  readonly thread: readonly ThreadMessage[];
  /** Conversations whose title contains the query. */
  search: string;
  draft: string;
  readonly draftImages: readonly DraftImage[];
  /** Waiting for the first word, writing, or neither; a wait names what is awaited. */
  readonly phase:
    | { readonly type: 'idle' }
    | { readonly type: 'waiting'; readonly for: 'mind' | 'first-token'; readonly sinceMs: number }
    | { readonly type: 'answering'; readonly messageId: MessageId };
  readonly canSend: boolean;
  /** False where the model in use has no use of photos, so that the tray can say so. */
  readonly seesImages: boolean;
  readonly notices: readonly Notice[];
  /** The last deletion can be taken back until the next one. */
  readonly undoable: { readonly what: 'conversation' | 'message' } | null;

  send(): Promise<void>;
  stop(): void;
  retry(id: MessageId): Promise<void>;
  /** Asks again with other words: a new branch. */
  edit(id: MessageId, text: string): Promise<void>;
  switchBranch(id: MessageId, step: 1 | -1): Promise<void>;
  deleteMessage(id: MessageId): Promise<void>;
  newConversation(): void;
  openConversation(id: string): Promise<void>;
  renameConversation(id: string, title: string): Promise<void>;
  deleteConversation(id: string): Promise<void>;
  undo(): Promise<void>;
  /** Photos pasted, dropped, chosen or snapped. Bad files become notices; the rest stay. */
  addFiles(files: readonly File[]): Promise<void>;
  removeDraftImage(id: string): void;
  /** Called while a person types or hovers, so that history is read ahead. */
  warmUp(): void;
  attachment(id: string): Promise<Attachment | null>;
  dismiss(noticeId: string): void;
  act(noticeId: string): void;
}

export type VoicePhase =
  'unavailable' | 'ready' | 'listening' | 'transcribing' | 'thinking' | 'speaking';

export interface VoiceState {
  readonly phase: VoicePhase;
  /** Why voice is unavailable: still loading, no microphone, denied. */
  readonly unavailableBecause: 'loading' | 'not-set-up' | ErrorCode | null;
  readonly mode: 'off' | 'push-to-talk' | 'hands-free';
  /** 0 to 1, for the ring. */
  readonly level: number;
  readonly partial: string;
  readonly muted: boolean;
  readonly spoken: SpokenRange | null;
  /** Voices on offer now: embedded ones and the system's local ones. */
  readonly voices: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: 'embedded' | 'system';
    readonly ready: boolean;
  }[];

  press(): void;
  release(): void;
  toggleHandsFree(): void;
  /** Stops listening, thinking and speaking at once. */
  stop(): void;
  toggleMute(): void;
  /** Speaks an answer again. */
  replayAnswer(id: MessageId): void;
  /** Plays what the person said. */
  replayRecording(attachmentId: string): Promise<void>;
}

export interface ModelRow {
  readonly model: ModelDescription;
  readonly variantId: string | null;
  /** Null where no variant runs on this device. */
  readonly sizeBytes: number | null;
  readonly state:
    | { readonly type: 'absent' }
    | { readonly type: 'partial'; readonly storedBytes: number }
    | {
        readonly type: 'downloading' | 'verifying';
        readonly loadedBytes: number;
        readonly totalBytes: number;
        readonly bytesPerSecond: number | null;
        readonly secondsLeft: number | null;
      }
    | { readonly type: 'stored' }
    | { readonly type: 'starting' }
    | {
        readonly type: 'ready';
        readonly device: 'wasm' | 'webgpu';
        readonly threads: number;
        readonly loadMs: number;
      }
    | { readonly type: 'unsupported'; readonly because: 'webgpu' | 'shader-f16' }
    | { readonly type: 'failed'; readonly code: ErrorCode };
}

export interface ModelsState {
  readonly rows: readonly ModelRow[];
  /** The lite tier as one thing, for the first run. */
  readonly lite: {
    readonly sizeBytes: number;
    readonly loadedBytes: number;
    readonly state: 'absent' | 'paused' | 'fetching' | 'starting' | 'ready' | 'failed';
    readonly bytesPerSecond: number | null;
    readonly secondsLeft: number | null;
    readonly canType: boolean;
    readonly canSpeak: boolean;
    readonly canHear: boolean;
  };
  readonly storage: {
    readonly usedBytes: number;
    readonly quotaBytes: number | null;
    readonly persisted: boolean;
    readonly backend: 'opfs' | 'cache' | 'memory';
  } | null;
  readonly notices: readonly Notice[];
  /** The first run's one button, and "go on" after a cancel. */
  startLite(): Promise<void>;
  pauseLite(): void;
  download(modelId: string): Promise<void>;
  cancel(modelId: string): void;
  remove(modelId: string): Promise<void>;
  repair(modelId: string): Promise<void>;
  importFiles(files: readonly File[]): Promise<void>;
  dismiss(noticeId: string): void;
}

/** The truth of the moment, for the privacy chip. */
export type PrivacyState =
  | { readonly type: 'on-device' }
  | { readonly type: 'offline' }
  | { readonly type: 'fetching' }
  | { readonly type: 'reduced'; readonly because: 'no-isolation' | 'no-storage' | 'insecure' };

export interface AppState {
  readonly chat: ChatState;
  readonly voice: VoiceState;
  readonly models: ModelsState;
  readonly settings: {
    readonly values: Settings;
    set<Name extends keyof Settings>(name: Name, value: Settings[Name]): void;
    /** Everything said and chosen, as one file; and all of it erased. */
    exportAll(): Promise<Blob>;
    eraseAll(): Promise<void>;
  };
  readonly privacy: PrivacyState;
  /** A newer version has been fetched and waits for a quiet moment. */
  readonly update: { readonly ready: boolean; apply(): void };
  readonly install: { readonly offered: boolean; prompt(): Promise<void> };
  readonly device: {
    readonly webgpu: boolean;
    readonly threads: number;
    readonly crossOriginIsolated: boolean;
  };
  /** Another tab holds the models. */
  readonly heldElsewhere: boolean;
}
