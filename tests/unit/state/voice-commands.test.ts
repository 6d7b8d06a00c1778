/** What commands do, in a conversation of answers that a test writes and a voice that it lets be heard. */
import { beforeEach, describe, expect, it } from 'vitest';
import {
  messageText,
  type Message,
  type MessagePart,
} from '../../../src/domain/conversations/conversation';
import { defaultSettings, type Settings } from '../../../src/domain/settings';
import { joe, systemName } from '../../../src/domain/voice/voices';
import { VoiceCommands, type CommandParts } from '../../../src/state/voice-commands';
import { commands as words } from '../../../src/ui/texts/commands';

let done: string[];
let messages: Message[];
let speaking: { messageId: string; start: number; end: number; text: string } | null;
let brokeOff: typeof speaking;
let answering: boolean;
let all: Settings;
let photos: unknown[];
let voice: string | null;
let commands: VoiceCommands;
let told: string;
/** An answer that was talked over is cut a moment later. */
let cut: () => void;
let hasNoMore: boolean;
let unlengthened: string | null;

const receipt = { modelId: 'lite', device: 'wasm' };
function message(role: Message['role'], text: string, more: Partial<Message> = {}): Message {
  const id = `${role}-${messages.length}`;
  const parts = [{ type: 'text', text }] as const;
  const status = { type: 'complete' } as const;
  return { id, conversationId: 'c', parentId: null, role, parts, status, createdAt: 0, ...more };
}
function put(role: Message['role'], text: string, more: Partial<Message> = {}): Message {
  const put = message(role, text, more);
  messages.push(put);
  return put;
}
const diagnosis = (modelId: string): MessagePart => ({
  type: 'diagnosis',
  modelId,
  attachmentIds: [],
});
/** What Tansy itself says has no words of a mind after it. */
const own = (text: string): MessagePart[] => [
  { type: 'text', text, of: null },
  { type: 'text', text: '' },
];

beforeEach(() => {
  done = [];
  messages = [];
  speaking = brokeOff = null;
  answering = false;
  all = { ...defaultSettings };
  photos = [];
  voice = joe;
  told = '';
  hasNoMore = false;
  unlengthened = null;
  cut = () => {};
  const chat = {
    get messages() {
      return messages;
    },
    get speaking() {
      return speaking;
    },
    get brokeOff() {
      return brokeOff;
    },
    get answering() {
      return answering;
    },
    voicing: false,
    async amend(id: string, change: (kept: Message) => Message) {
      messages = messages.map((each) => (each.id === id ? change(each) : each));
    },
    async replay(answer: Message, _hooks: object, from = 0) {
      done.push(`replay ${messageText(answer).slice(from)}`);
    },
    async goOn(answer: Message) {
      done.push(`go on after ${messageText(answer)}`);
      if (hasNoMore) unlengthened = answer.id;
    },
    get unlengthened() {
      return unlengthened;
    },
    async retry({ id }: Message) {
      done.push(`retry ${id}`);
    },
    async whenWritten() {
      await Promise.resolve();
      cut();
    },
    startNew: () => void done.push('new'),
    stop: () => void done.push('stop'),
  };
  commands = new VoiceCommands({
    chat,
    photos: {
      get all() {
        return photos;
      },
    },
    settings: {
      get all() {
        return all;
      },
      set: (name: keyof Settings, value: never) => void (all = { ...all, [name]: value }),
    },
    voices: {
      get now() {
        return voice;
      },
      get muted() {
        return !all.speakAnswers;
      },
      amplify: (loudness: number) => void (all = { ...all, loudness }),
    },
    spoken: {
      begin: ({ rate, onPiece }: { rate: number; onPiece: (piece: object) => void }) => ({
        push: (text: string) => {
          onPiece({});
          done.push(`say ${text} at ${rate}`);
        },
        end: async () => {},
        heardUpTo: 0,
      }),
    },
    mindId: () => 'lite',
    specialistId: 'plants',
    pageLanguage: 'de',
    words,
  } as unknown as CommandParts);
});

const hooks = () => ({
  signal: new AbortController().signal,
  onAudioStarted: () => void done.push('heard'),
  tell: (sentence: string) => void (told = sentence),
});
const obey = (text: string) => commands.obey(text, hooks());

/** Talked over while its second sentence is heard: cut to what was, as the reply service does. */
function talkOver(text: string, status: Message['status'] = { type: 'complete' }): void {
  put('user', 'How tall?');
  const answer = put('assistant', text, { status, receipt });
  const start = text.indexOf(' ') + 1;
  const end = text.indexOf(' ', start) === -1 ? text.length : text.indexOf(' ', start);
  speaking = brokeOff = { messageId: answer.id, start, end, text: text.slice(start, end) };
  commands.note();
  speaking = null;
  const parts = [{ type: 'text', text: text.slice(0, end) }] as const;
  cut = () => {
    cut = () => {};
    messages = [messages[0]!, { ...answer, parts, status: { type: 'interrupted' } }];
  };
}

describe('a command in another language', () => {
  it('is known in that of the page, in English, and in the one that was heard', async () => {
    expect(await obey('Bitte etwas lauter.')).toBe(true);
    expect(await obey('Louder, please.')).toBe(true);
    expect(await commands.obey('Más alto, por favor.', { ...hooks(), heardIn: 'es' })).toBe(true);
    expect(told).toBe(words.loudest);
    expect(await obey('Más alto, por favor.'), 'nobody heard Spanish').toBe(false);
    expect(commands.knows('Wiederhole das bitte.')).toBe(true);
  });

  it('that asks for something is asked in words that rules know', () => {
    expect(commands.asAsked('Lies mir die Behandlung vor.', 'de')).toBe('Read the treatment.');
    expect(commands.asAsked('继续说。', 'zh')).toBe('Go on.');
    expect(commands.asAsked('Please read the treatment.', 'en')).toBe('Please read the treatment.');
    expect(commands.asAsked('Wie lange dauert die Behandlung?', 'de')).toBe(
      'Wie lange dauert die Behandlung?',
    );
  });
});

describe('an utterance that is no command', () => {
  it('is left to be asked, and nothing is done', async () => {
    put('user', 'Why?');
    put('assistant', 'Because.');
    expect(await obey('How do I stop a leak?')).toBe(false);
    expect([done, told]).toEqual([[], '']);
  });

  it('leaves the answer that it was spoken over cut to what was heard, whatever is commanded later', async () => {
    talkOver('One. Two. Three.');
    expect(await obey('And why?')).toBe(false);
    await obey('Stop.');
    expect(messageText(messages[1]!)).toBe('One. Two.');
  });

  it('is over where nothing was understood: what it was spoken over is not gone on with later', async () => {
    talkOver('One. Two. Three.');
    cut();
    commands.forget();
    await obey('Slower.');
    expect(done.at(-1)).toBe(`say ${words.slower} at ${all.speechRate}`);
    expect(done.join()).not.toContain('replay');
  });
});

describe('a command', () => {
  it('is over with its words: what is said next does not go on with it', async () => {
    let shown = 0;
    const onShown = () => void (shown += 1);
    await commands.obey('Louder.', { ...hooks(), onShown });
    expect(shown).toBe(1);
    await commands.obey('Why is it loud?', { ...hooks(), onShown });
    expect(shown).toBe(1);
  });

  it('reads a question back without the text that came with it', async () => {
    const text =
      'The hall is open from 8 am to 9 pm. On Sunday it is closed. Dogs are not let in, and bicycles stay outside in the yard behind it.';
    put('user', `${text}\n\nIs it open on Sunday?`);
    await obey('What did I say?');
    expect(done.join()).toContain('Is it open on Sunday?');
    expect(done.join()).not.toContain('Dogs');
  });
});

describe('stop', () => {
  it('ends what is written and said, says so quietly, and keeps what was written', async () => {
    talkOver('One. Two. Three.');
    expect(await obey('Stop.')).toBe(true);
    expect([done, told]).toEqual([['stop'], words.stopped]);
    expect(messages[1]).toMatchObject({ status: { type: 'complete' } });
    expect(messageText(messages[1]!)).toBe('One. Two. Three.');
  });
});

describe('repeat', () => {
  it('says the last answer again from its beginning, also what of it was not heard', async () => {
    talkOver('One. Two. Three.');
    expect(await obey('Say that again, please.')).toBe(true);
    expect(done).toEqual(['replay One. Two. Three.']);
  });

  it('passes over an answer that has no words, and says where there is none, or no voice', async () => {
    expect(await obey('Repeat.')).toBe(true);
    expect(told).toBe(words.nothingToRepeat);
    expect(done).toEqual(['heard', `say ${words.nothingToRepeat} at 1`]);
    put('assistant', 'Two metres.');
    put('user', 'And?');
    put('assistant', '', { status: { type: 'interrupted' } });
    done = [];
    await obey('Repeat.');
    expect(done).toEqual(['replay Two metres.']);
    voice = null;
    await obey('Repeat.');
    expect(told).toBe(words.noVoice);
  });
});

describe('slower, faster, louder, quieter', () => {
  it('change the voice by a step, and say so with it', async () => {
    await obey('Slower.');
    expect([all.speechRate, told]).toEqual([0.85, words.slower]);
    expect(done).toEqual(['heard', 'say Slower. at 0.85']);
    await obey('Faster.');
    await obey('Faster.');
    expect(all.speechRate).toBe(1.15);
    await obey('Louder.');
    expect([all.loudness, told]).toEqual([1.4, words.louder]);
    await obey('Quieter.');
    expect(all.loudness).toBe(1);
  });

  it('have ends, which are said', async () => {
    for (const [command, last, name, value] of [
      ['Slower.', words.slowest, 'speechRate', 0.7],
      ['Faster.', words.fastest, 'speechRate', 1.5],
      ['Louder.', words.loudest, 'loudness', 2],
      ['Quieter.', words.quietest, 'loudness', 0.35],
    ] as const) {
      for (let times = 0; times < 8; times += 1) await obey(command);
      expect([told, all[name]]).toEqual([last, value]);
    }
    // A voice of the device is as loud as it can be from the start.
    all = { ...all, loudness: 1 };
    voice = systemName('sam');
    await obey('Louder.');
    expect([told, all.loudness]).toEqual([words.loudest, 1]);
  });

  it('let an answer that was talked over be heard on from its sentence, all of it', async () => {
    talkOver('One. Two. Three.');
    expect(await obey('Slower.')).toBe(true);
    expect([told, done]).toEqual([words.slower, ['replay Two. Three.']]);
    // Once it is stopped it stays so, whatever is said of the voice.
    done = [];
    await obey('Slower.');
    expect(done.at(-1)).toContain(`say ${words.slower}`);
  });

  it('let the mind write on what it had not written yet', async () => {
    talkOver('One. Two.', { type: 'streaming' });
    await obey('Louder.');
    expect(done).toEqual(['replay Two.', 'go on after One. Two.']);
  });

  it('let a question be answered that was not yet', async () => {
    put('user', 'How tall?');
    const { id } = put('assistant', '', { status: { type: 'interrupted' } });
    answering = true;
    commands.note();
    answering = false;
    await obey('Louder.');
    expect(done).toEqual([`retry ${id}`]);
  });

  it('are only shown where answers are not spoken', async () => {
    all = { ...all, speakAnswers: false };
    await obey('Slower.');
    expect([told, done]).toEqual([words.slower, []]);
  });
});

describe('go on', () => {
  it('continues where the voice broke off, also after a stop', async () => {
    talkOver('One. Two. Three.');
    await obey('Stop.');
    done = [];
    expect(await obey('Go on.')).toBe(true);
    expect(done).toEqual(['replay Two. Three.']);
  });

  it('lets the mind go on that was cut short, if it is still that mind', async () => {
    put('assistant', 'One and', { receipt: { ...receipt, cutShort: true } });
    expect(await obey('Continue.')).toBe(true);
    expect(done).toEqual(['go on after One and']);
    put('assistant', 'One and', { receipt: { ...receipt, modelId: 'other', cutShort: true } });
    expect(await obey('Continue.'), 'asked as any question').toBe(false);
  });

  it('says that there was no more where none comes', async () => {
    put('assistant', 'One.', { receipt, status: { type: 'interrupted' } });
    hasNoMore = true;
    expect(await obey('Go on.')).toBe(true);
    expect(told).toBe(words.nothingAdded);
    expect(done).toEqual(['go on after One.', 'heard', `say ${words.nothingAdded} at 1`]);
  });

  it('lets a mind that was lost go on, and answer what it had not begun', async () => {
    const status = { type: 'failed', code: 'worker-crashed' } as const;
    put('assistant', 'One and', { receipt, status });
    expect(await obey('Go on.')).toBe(true);
    put('user', 'How tall?');
    const { id } = put('assistant', '', { status });
    expect(await obey('Go on.')).toBe(true);
    expect(done).toEqual(['go on after One and', `retry ${id}`]);
  });

  it('is asked where nothing was cut short, and where photos wait', async () => {
    put('user', 'Tell me of foxes.');
    put('assistant', 'They are red.', { receipt });
    expect(await obey('Go on.')).toBe(false);
    talkOver('One. Two. Three.');
    photos = [{}];
    expect(await obey('Go on.')).toBe(false);
  });

  it('takes up what was offered, also over the offer itself', async () => {
    const text = 'It is rust. Shall I read the treatment?';
    const { id } = put('assistant', '', { parts: own(text) });
    expect(await obey('Go on.')).toBe(false);
    brokeOff = { messageId: id, start: 12, end: text.length, text: text.slice(12) };
    expect(await obey('Go on.')).toBe(false);
    brokeOff = { messageId: id, start: 0, end: 11, text: 'It is rust.' };
    expect(await obey('Go on.')).toBe(true);
    expect(done).toEqual([`replay ${text}`]);
  });
});

describe('read the treatment', () => {
  it('is asked of a diagnosis, which no mind answers, and else there is none', async () => {
    expect(await obey('Read the treatment.')).toBe(true);
    expect([told, done.at(-1)]).toEqual([words.noTreatment, `say ${words.noTreatment} at 1`]);
    put('assistant', '', { parts: [diagnosis('plants'), ...own('It is rust.')] });
    put('assistant', 'They are red.');
    expect(await obey('Read me the treatment.')).toBe(false);
    put('assistant', '', { parts: [diagnosis('older'), ...own('It was rust.')] });
    expect(await obey('Read me the treatment.'), 'no mind makes one up').toBe(true);
  });
});

describe('new conversation', () => {
  it('opens one, and says so', async () => {
    expect(await obey('New conversation.')).toBe(true);
    expect(done).toEqual(['new', 'heard', `say ${words.newConversation} at 1`]);
  });
});

describe('what did I say', () => {
  it('reads the last question back, and shows as much of it as a line has', async () => {
    await obey('What did I say?');
    expect(told).toBe(words.nothingSaid);
    const long = `Why ${'do they wilt '.repeat(10)}?`;
    put('user', long);
    put('assistant', 'Because.');
    await obey('What did I say?');
    expect(done.at(-1)).toBe(`say ${words.youSaid(long)} at 1`);
    expect(told.length).toBeLessThan(80);
    expect(told).toContain('…');
  });
});
