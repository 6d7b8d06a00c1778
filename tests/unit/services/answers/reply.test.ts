import { describe, expect, it, vi } from 'vitest';
import {
  isBrokenOff,
  messageText,
  type Message,
  type MessagePart,
} from '../../../../src/domain/conversations/conversation';
import { AppError } from '../../../../src/domain/errors';
import type { Library } from '../../../../src/services/kept/library';
import type { MindService } from '../../../../src/services/mind/mind';
import type { ReplyHooks } from '../../../../src/services/mind/mind-worker';
import { ReplyService, type AnswerRequest } from '../../../../src/services/answers/reply';
import type { SpeakingHooks, SpokenAnswers } from '../../../../src/services/voice/spoken-answers';

const text = (words: string): MessagePart => ({ type: 'text', text: words });
const answer = (...parts: string[]): Message => ({
  id: 'a',
  conversationId: 'c',
  parentId: 'q',
  role: 'assistant',
  parts: parts.map(text),
  status: { type: 'streaming' },
  createdAt: 1,
});
const summary = {
  text: '',
  promptTokens: 40,
  cachedTokens: 0,
  newTokens: 3,
  firstTokenMs: 200,
  tokensPerSecond: 9,
};

// Pages have one; nothing is hidden here.
vi.stubGlobal('document', { addEventListener() {}, removeEventListener() {} });
const page = new EventTarget();
vi.stubGlobal('window', page);

function fixture(
  writes: string[],
  endedBy: 'length' | 'stop-token' = 'stop-token',
  requests?: number,
) {
  const said: string[] = [];
  const voice = { heardUpTo: 0, hooks: null as SpeakingHooks | null };
  const saved: Message[] = [];
  const reply = vi.fn(async (_thread: unknown, _signal: AbortSignal, { onText }: ReplyHooks) => {
    for (const delta of writes) onText?.(delta);
    return {
      summary: { ...summary, endedBy },
      droppedMessages: 0,
      modelId: 'm',
      device: 'wasm',
    };
  });
  const service = new ReplyService(
    {
      plan: { model: { id: 'm' }, variant: { device: 'wasm' } },
      reply,
      hold() {},
    } as unknown as MindService,
    {
      begin(hooks: SpeakingHooks) {
        voice.hooks = hooks;
        return {
          push: (delta: string) => {
            said.push(delta);
            if (/[.!?]/.test(delta)) hooks.onFirst?.(true);
          },
          end: async () => {
            if (said.join('') !== '') hooks.onPiece({ text: 'x', start: 1, end: 4 });
          },
          get heardUpTo() {
            return voice.heardUpTo;
          },
          get voice() {
            return hooks.voiceOf?.(said.join('')) ?? hooks.voice;
          },
        };
      },
    } as unknown as SpokenAnswers,
    { saveMessage: async (message: Message) => void saved.push(message) } as unknown as Library,
    () => async () => requests,
  );
  service.cutShortWords = 'Cut short.';
  service.failureWords = (code, isBroken) => `${code} ${isBroken ? 'broken' : 'whole'}`;
  const pieces: unknown[] = [];
  const run = (
    request: Partial<AnswerRequest> & Pick<AnswerRequest, 'answer'>,
    latest?: () => Message,
  ) =>
    service.answer(
      {
        thread: [],
        asksMind: true,
        signal: new AbortController().signal,
        speech: { rate: 1, voice: 'joe/joe' },
        askedAt: performance.now(),
        receipt: {},
        ...request,
      },
      {
        onChange() {},
        onReading() {},
        onAudioStarted() {},
        onPiece: (piece) => pieces.push(piece),
        onUnspoken() {},
        onWritten() {},
        ...(latest && { latest }),
      },
    );
  return { run, reply, said, saved, pieces, voice };
}

describe('an answer to what its mind does not see', () => {
  it('is led by what Tansy says of that, which is spoken first', async () => {
    const { run, said, pieces } = fixture(['A sage.']);
    const whole = await run({ answer: answer('Not seen.', '') });
    expect(whole.parts).toEqual([text('Not seen.'), text('A sage.')]);
    expect(said).toEqual(['Not seen.\n\n', 'A sage.']);
    expect(said.join('')).toBe(messageText(whole));
    expect(pieces).toContainEqual({ text: 'x', start: 1, end: 4 });
  });

  it('is that alone where the mind is not asked, spoken and kept like any other', async () => {
    const { run, reply, said, saved } = fixture(['A dog.']);
    const whole = await run({ answer: answer('Not seen.', ''), asksMind: false });
    expect(reply).not.toHaveBeenCalled();
    expect(messageText(whole)).toBe('Not seen.');
    expect(whole.status.type).toBe('complete');
    expect(said.join('')).toBe('Not seen.\n\n');
    expect(saved.at(-1)).toEqual(whole);
  });

  it('tells what it took where it is that alone, and of no mind', async () => {
    const { run, saved } = fixture([], 'stop-token', 0);
    const heard = { earsModelId: 'e', decisionMs: 300, transcriptMs: 900 };
    const whole = await run({
      answer: answer('Not seen.', ''),
      asksMind: false,
      askedAt: performance.now() - 4000,
      receipt: heard,
    });
    expect(saved.at(-1)!.receipt).toEqual({
      ...heard,
      voiceId: 'joe/joe',
      firstTokenMs: expect.any(Number),
      firstAudioMs: expect.any(Number),
      requests: 0,
    });
    expect(whole.receipt!.firstTokenMs).toBeGreaterThanOrEqual(4000);
    expect(whole.receipt!.firstTokenMs).toBeLessThanOrEqual(whole.receipt!.firstAudioMs!);
    expect(isBrokenOff({ ...whole, status: { type: 'interrupted' } })).toBe(false);
  });

  it('is cut to nothing of the mind’s where it is talked over before', async () => {
    const { run, voice } = fixture(['A sage.']);
    voice.heardUpTo = 3;
    const turn = new AbortController();
    turn.abort('barge-in');
    const cut = await run({ answer: answer('Not seen.', ''), signal: turn.signal });
    expect(cut.parts).toEqual([text('Not seen.'), text('')]);
  });

  it('stays whole where it was written and its last sentence was being heard', async () => {
    const { run, voice } = fixture(['One. ', 'Two.']);
    voice.heardUpTo = 'One. Two.'.length;
    const turn = new AbortController();
    turn.abort('barge-in');
    const kept = await run({ answer: answer(''), signal: turn.signal });
    expect(messageText(kept)).toBe('One. Two.');
    expect(kept.status).toEqual({ type: 'interrupted', left: 'nothing' });
    expect(isBrokenOff(kept)).toBe(false);
  });

  it('is whole where the mind was not asked, also where it is talked over', async () => {
    const { run, voice } = fixture([]);
    voice.heardUpTo = 3;
    const turn = new AbortController();
    turn.abort('barge-in');
    const request = { answer: answer('Not seen.', ''), asksMind: false, signal: turn.signal };
    expect((await run(request)).status.type).toBe('complete');
  });
});

describe('an answer', () => {
  it('keeps what a person added to it while it was being spoken', async () => {
    const added: MessagePart = { type: 'diagnosis', modelId: 'plants', attachmentIds: [] };
    const { run, saved } = fixture(['A sage.']);
    const whole = await run({ answer: answer('') }, () => ({
      ...saved[0]!,
      parts: [added, ...saved[0]!.parts],
    }));
    expect(whole.parts).toEqual([added, text('A sage.')]);
    expect(whole.receipt?.voiceId).toBe('joe/joe');
    expect(saved.at(-1)).toEqual(whole);
  });

  it('keeps that it was held to a text', async () => {
    const { run, reply } = fixture(['At ten.']);
    expect((await run({ answer: answer('') })).receipt?.ofText).toBeUndefined();
    reply.mockImplementationOnce(async (...asked) => ({
      ...(await reply.getMockImplementation()!(...asked)),
      ofText: true,
    }));
    expect((await run({ answer: answer('') })).receipt?.ofText).toBe(true);
  });

  it('tells how long one waited for its first word, whatever the mind did before it began', async () => {
    const { run } = fixture(['A sage.']);
    const whole = await run({ answer: answer(''), askedAt: performance.now() - 4000 });
    expect(whole.receipt?.firstTokenMs).toBeGreaterThanOrEqual(4000);
    expect(whole.receipt?.firstTokenMs).toBeLessThan(6000);
    const led = await run({ answer: answer('Not seen.', '') });
    expect(led.receipt?.firstTokenMs).toBeUndefined();
  });

  it('tells how long one waited for its first sentence, and not of what Tansy itself says first', async () => {
    const { run } = fixture(['A', ' sage.', ' It is dry.']);
    const whole = await run({ answer: answer(''), askedAt: performance.now() - 4000 });
    expect(whole.receipt?.firstSentenceMs).toBeGreaterThanOrEqual(4000);
    expect(whole.receipt?.firstSentenceMs).toBeLessThanOrEqual(whole.receipt!.firstAudioMs!);
    const led = await run({ answer: answer('Not seen.', '') });
    expect(led.receipt?.firstSentenceMs).toBeUndefined();
  });

  it('tells how many requests were made meanwhile, and of none where that is not known', async () => {
    const sent = async (now: number | undefined, more: Partial<AnswerRequest> = {}) => {
      const { run, saved } = fixture(['A sage.'], 'stop-token', now);
      await run({ answer: answer(''), speech: null, ...more });
      return saved.at(-1)!.receipt?.requests;
    };
    expect(await sent(0)).toBe(0);
    expect(await sent(undefined)).toBeUndefined();
    // Of one that is gone on with, all of it.
    const begun = { answer: answer('One') };
    expect(await sent(1, { ...begun, receipt: { requests: 2 } })).toBe(3);
    expect(await sent(1, { ...begun, receipt: {} })).toBeUndefined();
  });

  it('that breaks off with its page can be gone on with', async () => {
    const { run, reply, saved } = fixture([]);
    reply.mockImplementationOnce(async (_thread, _signal, { onText }) => {
      onText?.('A');
      page.dispatchEvent(new Event('pagehide'));
      throw new AppError('aborted');
    });
    await run({ answer: answer('') });
    const asWritten = saved.find(({ status }) => status.type === 'streaming');
    expect(asWritten?.receipt).toEqual({
      modelId: 'm',
      device: 'wasm',
      cutShort: false,
      firstTokenMs: expect.any(Number),
    });
  });
});

describe('an answer that is gone on with', () => {
  const begun = answer('Led.', 'One two');

  it('grows by what is new, which alone is spoken, and tells its place in the whole', async () => {
    const { run, said, pieces, saved } = fixture([' three', '.'], 'length');
    const receipt = { modelId: 'm', device: 'wasm', newTokens: 96, firstTokenMs: 50 };
    const whole = await run({ answer: begun, receipt });
    expect(messageText(whole)).toBe('Led.\n\nOne two three.');
    expect(saved.at(-1)).toEqual(whole);
    expect(said).toEqual([' three', '.', 'Cut short.']);
    expect(pieces).toContainEqual({ text: 'x', start: 14, end: 17 });
    expect(whole.receipt).toMatchObject({ newTokens: 99, firstTokenMs: 50, cutShort: true });
  });

  it('stays as good as it was where the mind has no room for more of it', async () => {
    const { run, reply } = fixture([]);
    reply.mockRejectedValueOnce(new AppError('too-long'));
    const receipt = { modelId: 'm', device: 'wasm', cutShort: true };
    const kept = await run({ answer: { ...begun, receipt }, receipt, speech: null });
    expect(kept).toMatchObject({ parts: begun.parts, status: { type: 'complete' } });
    expect(kept.receipt).toEqual({ ...receipt, hasRoom: false });
  });

  it('tells which voice spoke, where its language asked for another', async () => {
    const { run } = fixture([' drei.']);
    const voiceOf = (words: string) => (words.includes('drei') ? 'system/anna' : undefined);
    const receipt = { modelId: 'm', device: 'wasm' };
    const speech = { rate: 1, voice: 'joe/joe', voiceOf };
    const whole = await run({ answer: begun, receipt, speech });
    expect(whole.receipt?.voiceId).toBe('system/anna');
  });

  it('tells no wait for a first sound that was of its first part', async () => {
    const { run } = fixture([' three.']);
    const receipt = { modelId: 'm', device: 'wasm' };
    const whole = await run({ answer: begun, receipt });
    expect(whole.receipt).toMatchObject({ voiceId: 'joe/joe' });
    expect(whole.receipt?.firstAudioMs).toBeUndefined();
    expect(whole.receipt?.firstSentenceMs).toBeUndefined();
  });

  it('tells no figures of the whole where its first part was stopped', async () => {
    const { run } = fixture([' three']);
    const receipt = { modelId: 'm', device: 'wasm', cutShort: false };
    const whole = await run({ answer: { ...begun, receipt }, receipt });
    expect(Object.keys(whole.receipt!)).not.toContain('newTokens');
    expect(whole.receipt?.firstTokenMs).toBeUndefined();
  });

  it('stays stopped where it was, and the mind has no room for more of it', async () => {
    const { run, reply } = fixture([]);
    reply.mockRejectedValueOnce(new AppError('too-long'));
    const receipt = { modelId: 'm', device: 'wasm', cutShort: false };
    const kept = await run({ answer: { ...begun, receipt }, receipt });
    expect(kept.status.type).toBe('interrupted');
    expect(kept.receipt?.hasRoom).toBe(false);
  });

  it.each([
    [true, 'complete', 'stop'],
    [true, 'complete', 'barge-in'],
    [false, 'interrupted', 'stop'],
  ] as const)(
    'is as it was where it is stopped before a new word: cut short %s, %s, by %s',
    async (cutShort, status, reason) => {
      const { run, reply, saved } = fixture([]);
      const turn = new AbortController();
      reply.mockImplementationOnce(async () => {
        turn.abort(reason);
        throw new AppError('aborted');
      });
      const receipt = { modelId: 'earlier', device: 'webgpu', newTokens: 96, cutShort };
      const kept = await run({ answer: { ...begun, receipt }, receipt, signal: turn.signal });
      expect(kept).toEqual({ ...begun, status: { type: status }, receipt });
      expect(saved.at(-1)).toEqual(kept);
    },
  );

  it('keeps what was there before where it is talked over', async () => {
    const { run, voice } = fixture([' three', ' four']);
    voice.heardUpTo = 6;
    const turn = new AbortController();
    turn.abort('barge-in');
    const cut = await run({ answer: begun, signal: turn.signal });
    expect(cut.parts).toEqual([text('Led.'), text('One two three')]);
    expect(cut.status.type).toBe('interrupted');
  });
});

describe('an answer that reaches its longest', () => {
  it('says so aloud where it is spoken, after its last word and as no part of it', async () => {
    const { run, said, saved, pieces, voice } = fixture(['One. ', 'Two and'], 'length');
    const kept = await run({ answer: answer('') });
    expect(said.join('|')).toBe('|One. |Two and|Cut short.');
    expect(messageText(kept)).toBe('One. Two and');
    expect(kept.status.type).toBe('complete');
    expect(saved.at(-1)).toEqual(kept);
    // It has no place in what is shown, and mutes and quiets as the answer does.
    expect(pieces).toHaveLength(1);
    expect(voice.hooks?.follows).toBe(true);
  });

  it('is silent where it is only read, has its end, or was stopped or talked over meanwhile', async () => {
    const read = fixture(['One'], 'length');
    await read.run({ answer: answer(''), speech: null });
    expect(read.said).toEqual([]);
    const whole = fixture(['One.']);
    await whole.run({ answer: answer('') });
    expect(whole.said.join('|')).toBe('|One.');
    for (const reason of ['stop', 'barge-in'] as const) {
      const over = fixture(['One'], 'length');
      await over.run({ answer: answer(''), signal: AbortSignal.abort(reason) });
      expect(over.said.join('|')).toBe('|One');
    }
  });

  it('says so of each part that is gone on with, and not where nothing came of that', async () => {
    const receipt = { modelId: 'm', device: 'wasm', cutShort: true };
    const longer = fixture([' two'], 'length');
    await longer.run({ answer: { ...answer('One'), receipt }, receipt });
    expect(longer.said.join('|')).toBe(' two|Cut short.');
    const full = fixture([]);
    full.reply.mockRejectedValueOnce(new AppError('too-long'));
    await full.run({ answer: { ...answer('One'), receipt }, receipt });
    expect(full.said).toEqual([]);
  });
});

describe('an answer that is stopped', () => {
  async function stopped(...words: string[]) {
    const { run, reply } = fixture([]);
    reply.mockImplementationOnce(async (_thread, _signal, { onText }) => {
      words.forEach((delta) => onText?.(delta));
      throw new AppError('aborted');
    });
    return run({ answer: answer(''), speech: null, receipt: { earsModelId: 'e' } });
  }

  it('tells whose it is, so that it can be gone on with, and what it took by then', async () => {
    const { status, receipt } = await stopped('One ', 'two');
    expect(status.type).toBe('interrupted');
    expect(receipt).toEqual({
      modelId: 'm',
      device: 'wasm',
      earsModelId: 'e',
      cutShort: false,
      firstTokenMs: expect.any(Number),
    });
  });

  it('tells the wait for its first word, and not for one that goes on or follows Tansy’s', async () => {
    const { run, reply } = fixture([]);
    reply.mockImplementation(async (_thread, _signal, { onText }) => {
      onText?.('One');
      throw new AppError('aborted');
    });
    const waited = async (parts: string[], receipt = {}) => {
      const request = { answer: answer(...parts), askedAt: performance.now() - 4000, receipt };
      return (await run(request)).receipt!.firstTokenMs;
    };
    expect(await waited([''])).toBeGreaterThanOrEqual(4000);
    expect(await waited(['Not seen.', ''])).toBeUndefined();
    expect(await waited(['Begun'])).toBeUndefined();
    expect(await waited(['Begun'], { firstTokenMs: 50 })).toBe(50);
  });

  it('has nothing to go on with where nothing was written, and names no mind', async () => {
    const kept = await stopped();
    expect(kept.receipt).toEqual({ earsModelId: 'e' });
    expect(isBrokenOff(kept)).toBe(false);
  });
});

describe('an answer whose mind is lost', () => {
  function lost(...words: string[]) {
    const all = fixture([]);
    all.reply.mockImplementationOnce(async (_thread, _signal, { onText }) => {
      words.forEach((delta) => onText?.(delta));
      throw new AppError('worker-crashed');
    });
    return all;
  }
  const crashed = { type: 'failed', code: 'worker-crashed' };

  it('keeps what was written, and can be gone on with', async () => {
    const { run, saved } = lost('One ', 'two');
    const kept = await run({ answer: answer(''), speech: null });
    expect(messageText(kept)).toBe('One two');
    expect(kept.status).toEqual(crashed);
    expect(kept.receipt).toEqual({
      modelId: 'm',
      device: 'wasm',
      cutShort: false,
      firstTokenMs: expect.any(Number),
    });
    expect(isBrokenOff(kept)).toBe(true);
    expect(saved.at(-1)).toEqual(kept);
  });

  it('says so aloud where it is spoken, after what was written', async () => {
    const { run, said } = lost('One. ');
    await run({ answer: answer('') });
    expect(said.join('|')).toBe('|One. |worker-crashed broken');
  });

  it('says so aloud also before its first word, and is not heard to be gone on with', async () => {
    const { run, said } = lost();
    const kept = await run({ answer: answer('') });
    expect(said.join('|')).toBe('|worker-crashed whole');
    expect([kept.status, kept.receipt]).toEqual([crashed, {}]);
  });

  it('is silent where it is only read, or was stopped meanwhile', async () => {
    const read = lost('One');
    await read.run({ answer: answer(''), speech: null });
    expect(read.said).toEqual([]);
    const stopped = lost('One');
    await stopped.run({ answer: answer(''), signal: AbortSignal.abort('stop') });
    expect(stopped.said.join('|')).toBe('|One');
  });

  it('stays as it was where it is lost before it goes on', async () => {
    const receipt = { modelId: 'm', device: 'wasm', newTokens: 96, cutShort: true };
    const { run } = lost();
    const kept = await run({ answer: { ...answer('One two'), receipt }, receipt, speech: null });
    expect([messageText(kept), kept.status]).toEqual(['One two', crashed]);
    expect(kept.receipt).toEqual(receipt);
  });
});
