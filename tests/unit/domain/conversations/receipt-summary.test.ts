import { describe, expect, it } from 'vitest';
import type {
  Conversation,
  Message,
  Receipt,
} from '../../../../src/domain/conversations/conversation';
import { summaryOf } from '../../../../src/domain/conversations/receipt-summary';
import {
  newestReceipts,
  type ReceiptLimits,
  type ReceiptsRead,
} from '../../../../src/services/kept/receipts';

const receipt = (more: Partial<Receipt>): Receipt => ({ modelId: 'm', device: 'wasm', ...more });
const spoken = (firstAudioMs: number, more: Partial<Receipt> = {}) =>
  receipt({
    earsModelId: 'whisper-base',
    voiceId: 'joe/joe',
    decisionMs: 700,
    transcriptMs: 100,
    firstTokenMs: 300,
    firstSentenceMs: 400,
    firstAudioMs,
    ...more,
  });

describe('how fast answers come', () => {
  it('is told by what half of them and nine in ten took', () => {
    const told = summaryOf(
      [9, 1, 8, 2, 7, 3, 6, 4, 5, 10].map((tenth) => receipt({ firstTokenMs: 100 * tenth })),
    );
    expect(told?.stages).toEqual([{ stage: 'firstTokenMs', turns: 10, halfMs: 500, mostMs: 900 }]);
    expect(told).toMatchObject({ turns: 10, leftOut: 0, tokensPerSecond: null, middle: null });
  });

  it('is not told of fewer than three, nor a stage that fewer tell', () => {
    expect(summaryOf([])).toBeNull();
    expect(summaryOf([spoken(500), spoken(600)])).toBeNull();
    // One that was stopped before its first word is none of them.
    expect(summaryOf([spoken(500), spoken(600), receipt({ cutShort: false })])).toBeNull();
    const typed = receipt({ firstTokenMs: 200 });
    const told = summaryOf([spoken(500), spoken(600), typed]);
    expect(told?.stages.map(({ stage }) => stage)).toEqual(['firstTokenMs']);
    expect(told?.middle).toBeNull();
  });

  it('is told of one mind on one device: that which answered last, and often enough', () => {
    const other = (device: string) => receipt({ modelId: 'n', device, firstTokenMs: 5 });
    const three = [spoken(500), spoken(600), spoken(700, { voiceId: 'kokoro/af_heart' })];
    const told = summaryOf([other('wasm'), ...three, other('webgpu'), other('wasm')]);
    expect(told).toMatchObject({ modelId: 'm', device: 'wasm', turns: 3, leftOut: 3 });
    expect(told?.ears).toEqual(['whisper-base']);
    expect(told?.voices).toEqual(['joe/joe', 'kokoro/af_heart']);
  });

  it('is not told of Tansy’s own words, nor are they another mind’s', () => {
    const own = { firstTokenMs: 5, firstAudioMs: 300, voiceId: 'joe/joe' };
    expect(summaryOf([own, own, own])).toBeNull();
    const told = summaryOf([own, spoken(500), own, spoken(600), spoken(700)]);
    expect(told).toMatchObject({ modelId: 'm', turns: 3, leftOut: 0 });
    expect(told?.stages.find(({ stage }) => stage === 'firstTokenMs')?.halfMs).toBe(300);
  });

  it('has a rate that half of the answers reach', () => {
    const rates = [9, 1, 8, 2].map((tokensPerSecond) =>
      receipt({ firstTokenMs: 1, tokensPerSecond }),
    );
    expect(summaryOf(rates)?.tokensPerSecond).toBe(8);
  });
});

describe('the spoken turn in the middle', () => {
  it('is one that was, so that what it took adds up', () => {
    const told = summaryOf([spoken(900), spoken(500), spoken(700, { transcriptMs: 150 })]);
    expect(told?.middle).toEqual({
      turns: 3,
      wholeMs: 1400,
      spans: [
        { span: 'deciding', ms: 700 },
        { span: 'writing-down', ms: 150 },
        { span: 'thinking', ms: 150 },
        { span: 'writing', ms: 100 },
        { span: 'voicing', ms: 300 },
      ],
    });
  });

  it('of a held button begins where it was let go', () => {
    const held = { decisionMs: undefined };
    const told = summaryOf([spoken(900, held), spoken(500, held), spoken(700, held)]);
    expect(told?.middle?.wholeMs).toBe(700);
    expect(told?.middle?.spans[0]).toEqual({ span: 'writing-down', ms: 100 });
  });

  it('takes nothing for what was begun ahead', () => {
    const ahead = { firstTokenMs: 50 };
    const told = summaryOf([spoken(500, ahead), spoken(500, ahead), spoken(500, ahead)]);
    expect(told?.middle?.spans[2]).toEqual({ span: 'thinking', ms: 0 });
    expect(told?.middle?.wholeMs).toBe(1200);
  });

  it('is not told from turns of before that lack a stage', () => {
    const lacking = { firstSentenceMs: undefined };
    expect(summaryOf([1, 2, 3].map(() => spoken(500, lacking)))?.middle).toBeNull();
  });
});

describe('the newest receipts', () => {
  const conversation = (id: string, updatedAt: number) => ({ id, updatedAt }) as Conversation;
  const answer = (createdAt: number, has = true) =>
    ({ createdAt, ...(has && { receipt: receipt({ firstTokenMs: createdAt }) }) }) as Message;

  /** All that is told of them, one slice after another. */
  async function readAll(
    conversations: readonly Conversation[],
    messages: (id: string) => Promise<Message[]>,
    limits: ReceiptLimits = {},
    signal = new AbortController().signal,
  ) {
    const told: ReceiptsRead[] = [];
    const reading = newestReceipts(conversations, { messages }, signal, limits);
    for await (const slice of reading) told.push(slice);
    return told;
  }
  const times = ({ receipts }: ReceiptsRead) => receipts.map(({ firstTokenMs }) => firstTokenMs);
  /** Newest last: in each one an answer, as old as its conversation. */
  const many = Array.from({ length: 10_000 }, (_, at) => conversation(`c${at}`, at));

  it('are those of all conversations', async () => {
    const messages: Record<string, Message[]> = {
      new: [answer(1), answer(8, false), answer(9)],
      middle: [answer(4), answer(7)],
      old: [answer(2)],
    };
    const all = [conversation('middle', 7), conversation('new', 9), conversation('old', 2)];
    const told = await readAll(all, async (id) => messages[id]!, { most: 4 });
    expect(told.map(times)).toEqual([[9, 7, 4, 2]]);
    expect(told.at(-1)?.lookedIn).toBeNull();
  });

  it('are those of minds: Tansy’s own words take no place of theirs', async () => {
    const own = (createdAt: number) => ({ createdAt, receipt: { firstTokenMs: 1 } }) as Message;
    const messages = async () => [answer(1), own(2), answer(3), own(4)];
    const told = await readAll([conversation('c', 4)], messages, { most: 2 });
    expect(told.map(times)).toEqual([[3, 1]]);
  });

  it('are read from no more of ten thousand conversations than have some', async () => {
    const read: string[] = [];
    const told = await readAll(many, async (id) => {
      read.push(id);
      return [answer(Number(id.slice(1)))];
    });
    expect(times(told.at(-1)!).slice(0, 2)).toEqual([9999, 9998]);
    expect(told.at(-1)).toMatchObject({ lookedIn: null, receipts: { length: 100 } });
    expect(
      told.map(({ receipts }) => receipts.length),
      'as they come',
    ).toEqual([20, 40, 60, 80, 100]);
    expect(read).toHaveLength(100);
  });

  it('are not looked for in all of ten thousand that have none, which is said', async () => {
    let read = 0;
    const told = await readAll(
      many,
      async () => {
        read += 1;
        return [answer(1, false)];
      },
      { conversations: 50 },
    );
    expect(read).toBe(50);
    expect(told.at(-1)).toEqual({ receipts: [], lookedIn: 50 });
  });

  it('are read no further once nobody wants them', async () => {
    let read = 0;
    const closing = new AbortController();
    const none = async () => {
      read += 1;
      closing.abort();
      return [];
    };
    await expect(readAll(many, none, {}, closing.signal)).rejects.toMatchObject({
      code: 'aborted',
    });
    expect(read).toBe(20);
  });

  it('are none where nothing was ever said', async () => {
    expect(await readAll([], async () => [])).toEqual([{ receipts: [], lookedIn: null }]);
  });
});
