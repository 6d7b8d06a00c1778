/** All that `npm run bench:voice` measures, one after the other in one room. */
import { pausedClip, spokenClips } from './spoken-clips.js';
import { VoiceRoom } from './voice-room.js';
import { hearsItself, measureTurn, talkOver, voiceFigures } from './voice-trials.js';

/** Of the sound of an answer, when it is talked over: from its first word on. */
const [earliestSeconds, latestSeconds] = [0.2, 2];
/** An interruption counts only where the answer still went on: so often it is tried again. */
const triesEach = 3;
/**
 * @param {{ folder: string, clips?: string, turns: number, pauses: number, answers: number, loopGain: number, loopDelayMs: number }} options
 * @throws where something never happened, saying what
 */
export async function benchVoice({ folder, clips: from, turns: count, pauses, answers, ...loop }) {
  const clips = spokenClips(from);
  const clip = (index) => clips[index % clips.length];
  const room = await VoiceRoom.open({ folder, ...loop });
  try {
    // The first turn warms up.
    await measureTurn(room, clip(0), 0);
    const turns = await measureTurns(room, 'turn', count, clip);
    const paused = await measureTurns(room, 'with a pause', pauses, (index) =>
      pausedClip(clip(index)),
    );
    let selfInterrupts = 0;
    for (let index = 0, heard = 0; heard < answers; index++) {
      const stopped = await hearsItself(room, clip(index), index);
      if (stopped === null) continue;
      heard += 1;
      selfInterrupts += stopped ? 1 : 0;
      console.log(`answer ${heard}/${answers}  ${stopped ? 'stopped itself' : 'heard whole'}`);
    }
    const interruptions = [];
    for (let index = 0; interruptions.length < answers; index++) {
      if (index === triesEach * answers) {
        throw new Error(
          `Only ${interruptions.length} of ${answers} answers could be talked over: the others were over by then. They stopped themselves in ${selfInterrupts} of ${answers} cases. With --loop-gain 0 they do not hear themselves.`,
        );
      }
      const share = (interruptions.length + 0.5) / answers;
      const interruption = await talkOver(room, {
        clip: clip(index),
        other: clip(index + 1),
        index,
        afterSeconds: earliestSeconds + share * (latestSeconds - earliestSeconds),
      });
      if (interruption) interruptions.push(interruption);
      console.log(
        `talked over ${interruptions.length}/${answers}  ${JSON.stringify(interruption)}`,
      );
    }
    return voiceFigures({ turns, paused, selfInterrupts, interruptions });
  } finally {
    await room.close();
  }
}

async function measureTurns(room, what, count, clip) {
  const turns = [];
  for (let index = 0; index < count; index++) {
    const turn = await measureTurn(room, clip(index), index);
    turns.push(turn);
    const told = turn.isCutOff ? 'cut off' : `first sound ${Math.round(turn.firstAudioMs)} ms`;
    console.log(`${what} ${index + 1}/${count}  ${clip(index).file}  ${told}`);
  }
  return turns;
}
