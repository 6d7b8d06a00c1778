/** Clips of questions that are said in a room: those of a folder, or the tests' own. */
import { join } from 'node:path';
import { root } from './paths.js';
import { pauseOf, withPause } from './insert-pause.js';
import { readClips } from './read-clips.js';
import { readWav } from './read-wav.js';
import { voiceIn } from './room-figures.js';

const fixtures = ['brooklyn', 'boiler', 'mob', 'jfk'];
const longestSeconds = 15;

/**
 * @param {string} [folder] as `npm run eval:ears` has it; English clips alone are taken
 * @returns {{ file: string, samples: Float32Array, sampleRateHz: number, voice: { fromSeconds: number, toSeconds: number } }[]}
 */
export function spokenClips(folder) {
  const named = folder
    ? readClips(folder).filter(({ said, language }) => said !== '' && (language ?? 'en') === 'en')
    : fixtures.map((name) => ({
        file: `${name}.wav`,
        path: join(root, `tests/fixtures/speech/${name}.wav`),
      }));
  const clips = named.flatMap(({ file, path }) => {
    const { samples, sampleRateHz } = readWav(path);
    const voice = voiceIn({ samples, sampleRateHz });
    const isShort = samples.length <= longestSeconds * sampleRateHz;
    return voice && isShort ? [{ file, samples, sampleRateHz, voice }] : [];
  });
  if (clips.length < 2) throw new Error('At least two clips are needed whose voice has an end.');
  if (clips.length < named.length) {
    console.log(
      `${named.length - clips.length} clips left out: too long, or too noisy to tell where their voice ends`,
    );
  }
  return clips;
}

/** The same with who speaks thinking of the next word for 0.5, 0.8 or 1.1 s. */
export function pausedClip({ file, samples, sampleRateHz, voice }) {
  const inMs = { fromMs: 1000 * voice.fromSeconds, toMs: 1000 * voice.toSeconds };
  const pauseMs = pauseOf(file);
  return {
    file: `${file} (${pauseMs} ms)`,
    samples: withPause(samples, sampleRateHz, inMs, pauseMs).samples,
    sampleRateHz,
    voice: { ...voice, toSeconds: voice.toSeconds + pauseMs / 1000 },
  };
}
