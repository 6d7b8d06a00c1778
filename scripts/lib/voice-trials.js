/** What is done in a room to see how turns go: questions, answers that hear themselves, and answers that are talked over. */
import { rank } from './room-figures.js';

/** A conversation that is longer than a mind's context is read anew, which is no turn like the others. */
const turnsAtOnce = 4;
/** Longer than any pause between sentences, and than the wait until the end of a turn is sure. */
const lastingSeconds = 2.5;
const answerSeconds = 120;
/** No pause between words. */
const silentSeconds = 0.5;
/** Of an answer, for whoever talks over it to be noticed. */
const leastLeftSeconds = 1;

const calm = (room, fromSeconds) =>
  room.until(() => room.isCalm(fromSeconds + lastingSeconds), 120, 'all is calm');

/** Plays a question and waits for the first sound after its voice began. */
async function ask(room, clip, index) {
  if (index % turnsAtOnce === 0) await room.startAnew();
  const fresh = await room.messagesFromNow();
  const said = await room.say(clip);
  const soundAt = await room.until(
    async () => (await room.record()).soundFrom(said.fromSeconds),
    answerSeconds + said.toSeconds - said.fromSeconds,
    `an answer to ${clip.file} is heard`,
  );
  const answer = async () => (await fresh()).find(({ role }) => role === 'assistant');
  return { said, soundAt, fresh, answer };
}

/** @returns {Promise<{ isCutOff: boolean, firstAudioMs: number | null }>} null where it was asked before it was all said */
export async function measureTurn(room, clip, index) {
  await room.loop(false);
  const { said, soundAt: firstAt, fresh } = await ask(room, clip, index);
  await calm(room, said.toSeconds);
  const questions = (await fresh()).filter(({ role }) => role === 'user');
  const isCutOff =
    firstAt < said.toSeconds || questions.length !== 1 || questions[0].createdAt < said.toMs;
  if (isCutOff) return { isCutOff, firstAudioMs: null };
  const soundAt = (await room.record()).soundFrom(said.toSeconds);
  return { isCutOff, firstAudioMs: 1000 * (soundAt - said.toSeconds) };
}

/**
 * @returns {Promise<boolean | null>} whether an answer that nobody talked over stopped, or was asked as a question: it heard
 * itself; null where its question was cut off, and went on over it
 */
export async function hearsItself(room, clip, index) {
  await room.loop(true);
  const { said, fresh, answer } = await ask(room, clip, index);
  const isOver = async () =>
    (await answer())?.status === 'interrupted' || (await room.isCalm(said.toSeconds));
  await room.until(isOver, 120, 'the answer is over');
  const isStopped = (await answer())?.status === 'interrupted';
  await calm(room, said.toSeconds);
  const questions = (await fresh()).filter(({ role }) => role === 'user');
  if (questions[0].createdAt < said.toMs) return null;
  return isStopped || questions.length > 1;
}

/**
 * @param {number} afterSeconds of the answer's sound
 * @returns {Promise<{ isHonoured: boolean, duckMs: number | null, silenceMs: number | null } | null>} null where the answer was over by then
 */
export async function talkOver(room, { clip, other, index, afterSeconds }) {
  await room.loop(true);
  const { soundAt, answer } = await ask(room, clip, index);
  const over = await room.say(other, soundAt + afterSeconds);
  await room.until(
    async () => (await room.record()).endSeconds > over.toSeconds + 1,
    60,
    'what talks over it has been said',
  );
  await calm(room, over.toSeconds);
  const record = await room.record();
  const silentAt = record.silenceFrom(over.fromSeconds - silentSeconds, silentSeconds);
  // It was over by then, or had stopped by itself.
  if (silentAt !== null && silentAt <= over.fromSeconds) return null;
  const isHonoured = (await answer()).status === 'interrupted';
  // It had no more to say: whether it would have stopped is not known.
  const isShort = silentAt !== null && silentAt < over.fromSeconds + leastLeftSeconds;
  if (!isHonoured && isShort) return null;
  const wasDucked = record.duckFrom(over.fromSeconds - 0.1, over.fromSeconds) !== null;
  const duckAt = wasDucked ? null : record.duckFrom(over.fromSeconds, silentAt ?? Infinity);
  const after = (at) => (at === null ? null : 1000 * (at - over.fromSeconds));
  return { isHonoured, duckMs: after(duckAt), silenceMs: isHonoured ? after(silentAt) : null };
}

const quieter = 'an answer that grew quieter when it was talked over';
const silent = 'an answer that fell silent when it was talked over';

const cutOffs = (turns) => turns.filter(({ isCutOff }) => isCutOff).length / turns.length;

/** @throws where a stage was never measured: no figure is made up for it */
export function voiceFigures({ turns, paused, selfInterrupts, interruptions }) {
  const known = (numbers) => numbers.filter((number) => number !== null);
  const firstAudio = known(turns.map(({ firstAudioMs }) => firstAudioMs));
  const ducks = known(interruptions.map(({ duckMs }) => duckMs));
  const silences = known(interruptions.map(({ silenceMs }) => silenceMs));
  return {
    turns: turns.length,
    firstAudioMedianMs: Math.round(rank(firstAudio, 0.5, 'a first sound')),
    firstAudioP90Ms: Math.round(rank(firstAudio, 0.9, 'a first sound')),
    duckMs: Math.round(rank(ducks, 0.5, quieter)),
    duckP90Ms: Math.round(rank(ducks, 0.9, quieter)),
    silenceMs: Math.round(rank(silences, 0.5, silent)),
    silenceP90Ms: Math.round(rank(silences, 0.9, silent)),
    selfInterrupts,
    honoured: interruptions.filter(({ isHonoured }) => isHonoured).length,
    cutOffs: cutOffs(turns),
    ...(paused.length > 0 && { pausedTurns: paused.length, pausedCutOffs: cutOffs(paused) }),
  };
}
