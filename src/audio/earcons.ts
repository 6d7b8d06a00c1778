/**
 * Sounds that say what hands-free is doing, for whoever does not look. Made here and not recorded: three short, soft tones,
 * too pure and too short to be taken for a voice.
 */
export type Earcon = 'listening' | 'thinking' | 'over';

export const earconRateHz = 24_000;

/** Quieter than the voice, which is about 0.06 on average. */
const peak = 0.06;

interface Tone {
  readonly frequencyHz: number;
  readonly seconds: number;
}
/** Up: it is your turn. One low tone: it was heard. Down: it is over, and nothing comes of it. */
const tones: Readonly<Record<Earcon, readonly Tone[]>> = {
  listening: [
    { frequencyHz: 587, seconds: 0.06 },
    { frequencyHz: 880, seconds: 0.08 },
  ],
  thinking: [{ frequencyHz: 523, seconds: 0.09 }],
  over: [
    { frequencyHz: 587, seconds: 0.06 },
    { frequencyHz: 392, seconds: 0.08 },
  ],
};

export function earcon(name: Earcon): Float32Array<ArrayBuffer> {
  return Float32Array.from(tones[name].flatMap(samplesOf));
}

/** Swells and fades, so that nothing clicks. */
function samplesOf({ frequencyHz, seconds }: Tone): number[] {
  const length = Math.round(seconds * earconRateHz);
  return Array.from({ length }, (_, at) => {
    const swell = Math.sin((Math.PI * at) / length) ** 2;
    return peak * swell * Math.sin((2 * Math.PI * frequencyHz * at) / earconRateHz);
  });
}
