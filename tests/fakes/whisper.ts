/** A Whisper that hears what it is told to: one thing in a short context, another in a longer one. */
import type { Context, Whisper } from '../../src/engine/speech/ears/attempt';
import type { EncodedSound } from '../../src/engine/speech/ears/encoded-sound';
import type { Growth } from '../../src/engine/speech/ears/whisper-graph';
import { WhisperIds } from '../../src/engine/speech/ears/whisper-ids';

const vocabularySize = 80;
export const english = 12;
const [end, noSpeech] = [10, 17];
const ids = new WhisperIds({
  eos_token_id: end,
  decoder_start_token_id: 11,
  no_timestamps_token_id: 18,
  suppress_tokens: [],
  begin_suppress_tokens: [],
  lang_to_id: { '<|en|>': english },
  task_to_id: { transcribe: 15 },
});
export interface Hearing {
  readonly words: readonly number[];
  /** How far each choice is ahead of some fifteen others: with 8 it is nearly certain, with 1 as likely as three of them. */
  readonly ahead: number;
  readonly noSpeech?: boolean;
}

/** @param longerTakes what a hearing in a longer context waits for */
export function fakeWhisper(
  short: Hearing,
  longer: Hearing,
  longerTakes: (signal: AbortSignal) => Promise<void> = async () => {},
) {
  const heard: Context[] = [];
  /** What was kept of the sound, for each hearing. */
  const kept: EncodedSound[] = [];
  const fake = {
    graph: {
      async hear(features: Float32Array, signal: AbortSignal, { encoded }: Growth) {
        kept.push(encoded);
        const seconds = features.length / 80 / 100;
        const context = seconds === 30 ? 'full' : seconds === 16 ? 'wide' : 'short';
        heard.push(context);
        if (context !== 'short') await longerTakes(signal);
        const hearing = context === 'short' ? short : longer;
        let read = 0;
        const row = () => {
          const logits = new Float32Array(vocabularySize).fill(-20, ids.firstTimestamp);
          // The prompt is four tokens long: the row of its last chooses the first word.
          logits[hearing.words[read - 4] ?? end] = hearing.ahead;
          // The row of the first one says how likely it is that nobody speaks.
          if (read === 1) logits[noSpeech] = hearing.noSpeech ? 20 : -20;
          return logits;
        };
        return {
          read: async (tokens: readonly number[]) =>
            tokens.map(() => {
              read += 1;
              return row();
            }),
          readAlone: async (length: number) => {
            read = length;
            return row();
          },
          keep: (length: number) => (read = length),
        };
      },
    },
    ids,
    text: { of: (tokens: readonly number[]) => tokens.filter((id) => id < 10).join(' ') },
  };
  return { whisper: fake as unknown as Whisper, heard, kept };
}
