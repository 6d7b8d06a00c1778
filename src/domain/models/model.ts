/**
 * What a model is, as its catalogue file `models/<id>.json` says it. A file is its SHA-256; a source is only
 * where the bytes may come from. `models/schema.json` is the same shape for editors and the test.
 */
import type { PlantCalibration } from '../plants/diagnosis';

export type ModelId = string;
export type Device = 'wasm' | 'webgpu';
/** transformers.js dtype names; a map has one entry for every session of the model. */
export type Dtypes = Readonly<Record<string, string>>;

/** Replaces `deleteBytes` bytes at `offset` of the source's bytes; edits are sorted and never overlap. */
export interface Splice {
  readonly offset: number;
  readonly deleteBytes: number;
  readonly insertBase64: string;
}

export type FileSource = { readonly edits?: readonly Splice[] } & (
  | {
      readonly kind: 'npm';
      readonly package: string;
      readonly integrity: string;
      readonly path: string;
      /** SHA-256 of the bytes inside the tarball, before `edits`. */
      readonly sha256: string;
    }
  | { readonly kind: 'repository'; readonly path: string }
  | {
      readonly kind: 'hub';
      readonly repository: string;
      readonly revision: string | null;
      readonly path: string;
    }
);

export interface ModelFile {
  /** Path below the model, as its loader asks for it: `onnx/encoder_model_quantized.onnx`. */
  readonly path: string;
  /** Null where only the hub knows: taken from its headers at download, remembered, and held to. */
  readonly sizeBytes: number | null;
  readonly sha256: string | null;
  /** SHA-256 of each 8 MiB piece, for files longer than one piece: lets one bad piece be fetched again. */
  readonly chunkSha256?: readonly string[];
  /** The built page has those of the hub only. */
  readonly sources: readonly FileSource[];
}

export interface ModelVariant {
  /** `wasm-q8`, `webgpu-q4f16`, … unique within the model. */
  readonly id: string;
  readonly device: Device;
  readonly dtypes: Dtypes;
  readonly needs: readonly ('shader-f16' | 'threads')[];
  /** Peak memory of the worker once loaded, measured or estimated. */
  readonly memoryBytes: number;
  /** What others saw a download of it take; only for models whose sizes the hub alone knows, until it is asked. */
  readonly aboutBytes?: number;
  /** Paths into `ModelDescription.files`. */
  readonly files: readonly string[];
  /** Shards of external data by session name, as transformers.js wants them. */
  readonly externalData?: Readonly<Record<string, number>>;
}

interface ModelBase {
  readonly id: ModelId;
  readonly name: string;
  readonly summary: string;
  /** `lite` models are whole without any hub. */
  readonly tier: 'lite' | 'hub';
  /** Not among what first run fetches: brought once a person chooses it. */
  readonly optional?: boolean;
  readonly licence: { readonly spdx: string; readonly note?: string };
  /** For THIRD_PARTY.md; the built page has none. */
  readonly attribution?: string;
  /** BCP 47 primary tags, or `['*']` for many. */
  readonly languages: readonly string[];
  readonly files: readonly ModelFile[];
  readonly variants: readonly ModelVariant[];
}

export interface VoiceActivityModel extends ModelBase {
  readonly task: 'voice-activity';
  readonly architecture: 'silero-v5';
  /** Known answer: the probability of speech in each whole frame of the clip, to 0.02. */
  readonly selfTest?: { readonly audio: string; readonly probabilities: readonly number[] };
}

export interface SpeechRecognitionModel extends ModelBase {
  readonly task: 'speech-recognition';
  readonly architecture: 'whisper';
  /** Known answer: the words of the clip, given as English; capitals and marks do not count. */
  readonly selfTest?: { readonly audio: string; readonly text: string };
}

export interface SpeechSynthesisModel extends ModelBase {
  readonly task: 'speech-synthesis';
  readonly architecture: 'piper-vits' | 'kokoro';
  readonly sampleRateHz: number;
  readonly voices: readonly {
    readonly id: string;
    readonly name: string;
    readonly language: string;
    /** Style vectors of this voice, where the model keeps them in a file of their own. */
    readonly file?: string;
    /** Words of its accent, in a file of their own. */
    readonly dictionary?: string;
  }[];
  /** Known answer: how long and how loud `text` is, spoken by `voiceId` at rate 1 and without chance in it. */
  readonly selfTest?: {
    readonly voiceId: string;
    readonly text: string;
    readonly samples: number;
    readonly samplesTolerance: number;
    /** Root mean square of the samples, which are -1 to 1. */
    readonly rms: number;
    readonly rmsTolerance: number;
  };
}

export interface GenerationSettings {
  readonly maxNewTokens: number;
  readonly repetitionPenalty: number;
  readonly noRepeatNgramSize: number;
  readonly doSample: boolean;
  readonly temperature?: number;
  readonly topK?: number;
}

/**
 * Where a mind takes the likeliest word each time, the same question has the same answer: asked again, it also takes one that is
 * nearly as likely. See docs/decisions/0088.
 */
export const otherwise = (generation: GenerationSettings): GenerationSettings =>
  generation.doSample ? generation : { ...generation, doSample: true, temperature: 0.35, topK: 5 };

export interface LanguageModel extends ModelBase {
  readonly task: 'language';
  readonly architecture: 'idefics3' | 'lfm2-vl' | 'qwen3.5';
  /** Whether an answer may rest on a photo: `untrained` has the eye's graph but no use of it yet. */
  readonly sight: 'none' | 'untrained' | 'trained';
  readonly contextTokens: number;
  /** At most, of talk before the newest question, or before the first photo or passages: more would make this mind slow. */
  readonly talkTokens?: number;
  readonly systemPrompt: string;
  /** In its place where an answer rests on a photo or on passages: what the model was taught for that with. */
  readonly groundedPrompt?: string;
  readonly generation: GenerationSettings;
  /** Longest edge of a photo before the processor sees it, and whether it is cut into tiles. */
  readonly image: { readonly longestEdgePx: number; readonly splitting: boolean };
  /** Known answer, run once a device and dtype: greedy continuation of `inputIds`. */
  readonly selfTest?: {
    readonly inputIds: readonly number[];
    readonly expectedIds: readonly number[];
  };
}

/** Finds text in a photo and writes it down. Which letters it knows is one of its files. */
export interface ReadingModel extends ModelBase {
  readonly task: 'reading';
  readonly architecture: 'pp-ocr';
  /** Known answer: the one line that is in the picture; spaces do not count. */
  readonly selfTest?: { readonly picture: string; readonly text: string };
}

/** Tells crops and their conditions by a photo of a leaf. */
export interface PlantsModel extends ModelBase {
  readonly task: 'plants';
  readonly architecture: 'efficientnet-lite2';
  /** What its logits stand for, in their order. */
  readonly classes: readonly string[];
  readonly calibration: PlantCalibration;
  /** Pixels of the square that it sees. */
  readonly sizePx: number;
  /** Known answer: the class that a photo must be given, with at least so much more than any other's logit. */
  readonly selfTest?: { readonly picture: string; readonly classId: string; readonly by: number };
}

export type ModelDescription =
  | VoiceActivityModel
  | SpeechRecognitionModel
  | SpeechSynthesisModel
  | LanguageModel
  | ReadingModel
  | PlantsModel;

/** One model made ready for one machine: what a worker is asked to load. */
export interface ModelPlan<Model extends ModelDescription = ModelDescription> {
  readonly model: Model;
  readonly variant: ModelVariant;
  readonly threads: number;
}

/** A file without which a mind answers all the same, only not as well: one of its encoder of sentences. */
export const isHelper = (path: string): boolean => path.includes('sentence_encoder');

/** The variant's files, in its order. A path the model does not list is a broken catalogue file. */
export function variantFiles(model: ModelDescription, variant: ModelVariant): ModelFile[] {
  return variant.files.map((path) => {
    const file = model.files.find((candidate) => candidate.path === path);
    if (!file) throw new Error(`${model.id}: variant ${variant.id} names an unknown file ${path}`);
    return file;
  });
}

/** Bytes that a download of this variant brings; equal files are fetched once. Null if unknown. */
export function variantSizeBytes(model: ModelDescription, variant: ModelVariant): number | null {
  const sizes = new Map<string, number>();
  for (const file of variantFiles(model, variant)) {
    if (file.sizeBytes === null) return null;
    sizes.set(file.sha256 ?? file.path, file.sizeBytes);
  }
  return [...sizes.values()].reduce((total, size) => total + size, 0);
}

/** The plan as one of the model's voices needs it: without the files that only others have. */
export function planForVoice(
  { model, variant, threads }: ModelPlan<SpeechSynthesisModel>,
  voiceId: string,
): ModelPlan<SpeechSynthesisModel> {
  const filesOf = (isOwn: boolean) =>
    model.voices
      .filter(({ id }) => (id === voiceId) === isOwn)
      .flatMap(({ file, dictionary }) => [file, dictionary]);
  const [own, others] = [filesOf(true), filesOf(false)];
  const files = variant.files.filter((path) => own.includes(path) || !others.includes(path));
  // The locker finds a variant in its model, by its id.
  const needed = { ...variant, files };
  const variants = model.variants.map((each) => (each.id === variant.id ? needed : each));
  return { model: { ...model, variants }, variant: needed, threads };
}
