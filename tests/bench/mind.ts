/**
 * The mind beside transformers.js' bare `generate` and ONNX Runtime's bare sessions: same stored files, same run, in
 * turns so that a busy moment hits both. Figures are medians; ratios are what counts on a machine one does not know.
 */
import { median } from '../../scripts/lib/median.js';
import type { PromptMessage } from '../../src/domain/mind/prompt';
import { connect, type Client } from '../../src/protocol/client';
import type { LanguageContract } from '../../src/protocol/language';
import { bring, model, plan } from '../browser/support/models';
import type { PlainContract } from './plain-contract';

export interface MindFigures {
  readonly tokensPerSecond: { app: number; plain: number; ratio: number };
  readonly secondTurnFirstTokenMs: { prefilled: number; without: number; ratio: number };
  readonly loadMs: { app: number; raw: number; ratio: number };
}

const rounds = 5;
/** Loads are at the mercy of the disk's cache: more of them, the first left out. */
const loads = 9;
const newTokens = 64;

const say = (role: PromptMessage['role'], text: string): PromptMessage => ({
  role,
  text,
  imageIds: [],
});

function startMind(): { mind: Client<LanguageContract>; worker: Worker } {
  const worker = new Worker(new URL('../../src/engine/language/worker.ts', import.meta.url), {
    type: 'module',
  });
  return { mind: connect<LanguageContract>(worker), worker };
}

function startPlain(): { plain: Client<PlainContract>; worker: Worker } {
  const worker = new Worker(new URL('./plain-mind.worker.ts', import.meta.url), { type: 'module' });
  return { plain: connect<PlainContract>(worker), worker };
}

const history = (system: string): PromptMessage[] => [
  say('system', system),
  say('user', 'What should I grow on a shady balcony?'),
  say('assistant', 'Ferns, hostas and ivy do well in shade. Mint and parsley grow there too.'),
  say('user', 'How often do they want water?'),
  say('assistant', 'Water them when the top of the soil is dry, about twice a week in summer.'),
];

/** Needs a cross-origin isolated page. Brings the lite mind's weights into this browser's store first. */
export async function benchMind(): Promise<MindFigures> {
  const lite = model('tansy-lite', 'language');
  const lean = plan(lite);
  await bring(lean);

  const app: number[] = [];
  const raw: number[] = [];
  for (let round = 0; round <= loads; round += 1) {
    const own = startMind();
    const { loadMs } = await own.mind.call('load', { plan: lean, selfTest: false });
    own.worker.terminate();
    const bare = startPlain();
    const { readMs, sessionsMs } = await bare.plain.call('loadRaw', lean);
    bare.worker.terminate();
    if (round === 0) continue;
    app.push(loadMs);
    raw.push(readMs + sessionsMs);
  }

  const { mind, worker } = startMind();
  const { plain, worker: plainWorker } = startPlain();
  await mind.call('load', { plan: lean, selfTest: false });
  await plain.call('load', lean);

  const system = say('system', lite.systemPrompt);
  const story = [system, say('user', 'Tell me a long story about a garden and its gardener.')];
  const generation = { ...lite.generation, maxNewTokens: newTokens };
  const bare = story.map(({ role, text }) => ({ role, content: text }));
  const own: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const mine = await mind.call('generate', { messages: story, generation });
    const other = await plain.call('generate', { messages: bare, newTokens });
    // The first round warms both up.
    if (round === 0) continue;
    own.push(mine.tokensPerSecond);
    theirs.push(other.tokensPerSecond);
  }
  plainWorker.terminate();

  const prefilled: number[] = [];
  const without: number[] = [];
  const turn = [...history(lite.systemPrompt), say('user', 'And in winter?')];
  const one = { ...generation, maxNewTokens: 1 };
  const forget = () =>
    mind.call('generate', { messages: [say('user', 'Hello.')], generation: one });
  for (let round = 0; round < rounds; round += 1) {
    await forget();
    without.push((await mind.call('generate', { messages: turn, generation: one })).firstTokenMs);
    await forget();
    await mind.call('prefill', { messages: turn.slice(0, -1) });
    prefilled.push((await mind.call('generate', { messages: turn, generation: one })).firstTokenMs);
  }
  worker.terminate();

  const compare = (left: number[], right: number[]): [number, number, number] => {
    const [first, second] = [median(left), median(right)];
    return [first, second, first / second];
  };
  const [appRate, plainRate, rate] = compare(own, theirs);
  const [withMs, withoutMs, turnRatio] = compare(prefilled, without);
  const [appMs, rawMs, loadRatio] = compare(app, raw);
  return {
    tokensPerSecond: { app: appRate, plain: plainRate, ratio: rate },
    secondTurnFirstTokenMs: { prefilled: withMs, without: withoutMs, ratio: turnRatio },
    loadMs: { app: appMs, raw: rawMs, ratio: loadRatio },
  };
}
