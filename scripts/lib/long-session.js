/** One hands-free session that goes on for long: whether each question is answered, how soon, and what memory it takes. */
import { rank } from './room-figures.js';

/** The first turns are slower, and load what was not loaded. */
const warmUpTurns = 3;
/** By then a conversation is longer than a mind's context, and what is kept of it has the size that it will have. */
const filledTurns = 30;
const memoryEveryTurns = 10;
const answerSeconds = 120;
const betweenSeconds = 1.5;

/**
 * @param {{ room: import('./voice-room.js').VoiceRoom, clip: (index: number) => object, minutes: number, onTurn: (told: string) => void }} options
 * @returns {Promise<{ minutes: number, turns: number, missed: number, bytesBefore: number, bytesAfter: number, memoryGrowth: number, firstAudioDrift: number }>}
 */
export async function longSession({ room, clip, minutes, onTurn }) {
  const endMs = Date.now() + 60_000 * minutes;
  const firstAudioMs = [];
  let missed = 0;
  let bytesBefore = null;
  for (let index = 0; Date.now() < endMs; index++) {
    if (index % memoryEveryTurns === 0) {
      const bytes = await room.memoryBytes();
      if (index === filledTurns) bytesBefore = bytes;
      onTurn(`memory  ${Math.round(bytes / 1e6)} MB`);
    }
    const heardMs = await turn(room, clip(index)).catch((thrown) => {
      onTurn(thrown.message);
      return null;
    });
    if (heardMs === null) missed += 1;
    else if (index >= warmUpTurns) firstAudioMs.push(heardMs);
    onTurn(`turn ${index + 1}  ${heardMs === null ? 'missed' : `${Math.round(heardMs)} ms`}`);
  }
  if (bytesBefore === null) throw new Error(`Longer than ${minutes} minutes is needed.`);
  const bytesAfter = await room.memoryBytes();
  const third = Math.ceil(firstAudioMs.length / 3);
  const median = (some) => rank(some, 0.5, 'a first sound');
  return {
    minutes,
    turns: firstAudioMs.length + missed,
    missed,
    bytesBefore,
    bytesAfter,
    memoryGrowth: bytesAfter / bytesBefore - 1,
    firstAudioDrift: median(firstAudioMs.slice(-third)) / median(firstAudioMs.slice(0, third)),
  };
}

/**
 * @returns {Promise<number | null>} from the last word to the first sound of its answer; null where it was not heard
 * @throws where it was not answered in time
 */
async function turn(room, clip) {
  // What an answer that came late still says would be talked over.
  await room.until(() => room.isCalm(0), answerSeconds, 'the turn before it is over');
  const fresh = await room.messagesFromNow();
  const said = await room.say(clip);
  await room.until(
    async () => {
      const isAnswered = (await fresh()).some(
        ({ role, text }) => role === 'assistant' && text !== '',
      );
      return isAnswered && (await room.isCalm(said.toSeconds + betweenSeconds));
    },
    answerSeconds,
    'it is answered',
  );
  const soundAt = (await room.record()).soundFrom(said.toSeconds);
  return soundAt === null ? null : 1000 * (soundAt - said.toSeconds);
}
