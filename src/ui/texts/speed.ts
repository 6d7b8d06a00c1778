/** How fast answers come, over the last ones and in one of them. `ui/speed/told.ts` puts the figures in. */
import { leastTurns, type Span, type Stage } from '../../domain/conversations/receipt-summary';
import { roughly, whole } from './figures';
import { translated } from './translation';

export const speedWords = translated('speed', {
  heading: 'How fast Tansy is here',
  close: 'Close',
  inSeconds: (figure: string) => `${figure} s`,
  aboutWords: (count: number) =>
    `about ${roughly(count)} ${roughly(count) === '1' ? 'word' : 'words'}`,
  deviceVoice: 'the device’s voice',
  /** After “spoken by”. */
  byDeviceVoice: 'the device’s voice',
  devices: { wasm: 'processor', webgpu: 'graphics card' } as Readonly<Record<string, string>>,
  onDevices: { wasm: 'on the processor', webgpu: 'on the graphics card' } as Readonly<
    Record<string, string>
  >,
  onDevice: (device: string) => `on the ${device}`,
  nothingSent: 'none: nothing was sent',
  /** What stands before each figure of one answer. */
  facts: {
    heardAfter: 'From your last word to the first sound',
    transcript: 'What you said, written down after',
    firstWord: 'First word after',
    firstSentence: 'First sentence after',
    firstSound: 'First sound after',
    read: 'Read for it',
    known: 'Known from before',
    written: 'Written',
    writtenInSecond: 'Written in a second',
    heardBy: 'Heard by',
    writtenBy: 'Written by',
    computedBy: 'Computed by the',
    spokenBy: 'Spoken by',
    requests: 'Requests to any server meanwhile',
  },
  counted: (time: string) =>
    `“After” counts from when it was clear that you had finished: ${time} after your last word.`,
  tooFew: `Nothing to tell yet: that takes ${leastTurns} answers of one mind.`,
  reading: 'Reading what the last answers took …',
  lookedIn: (conversations: number) =>
    `Only the newest ${whole.format(conversations)} conversations were looked in.`,
  unread: 'Not all of it could be read. Close this and open it again.',
  made: (turns: number, mind: string, on: string) =>
    `The last ${turns} answers, written by ${mind} ${on}`,
  heardBy: (names: string) => `heard by ${names}`,
  spokenBy: (names: string) => `spoken by ${names}`,
  /** Between the names of such a list. */
  between: ', ',
  /** Of what was made, and by whom it was heard and spoken. */
  sentence: (parts: readonly string[]) => `${parts.join(', ')}.`,
  leftOut: (count: number) =>
    `Left out: ${count === 1 ? 'an answer' : `${count} answers`} of another mind or device.`,
  columns: ['', 'Half within', '9 of 10 within', 'Answers'],
  stages: {
    decisionMs: 'Clear that you had finished',
    transcriptMs: 'What you said, written down',
    firstTokenMs: 'First word',
    firstSentenceMs: 'First sentence',
    firstAudioMs: 'First sound',
  } satisfies Record<Stage, string>,
  rowInLine: (stage: string, half: string, most: string, turns: string) =>
    `${stage}: half within ${half}, 9 of 10 within ${most} (${turns} answers)`,
  from: 'Times count from when it was clear that you had finished, or from the press of Send; the first one, from your last word.',
  unlike:
    'Each row is of the answers in which it was measured: what you typed, or what was not spoken, is missing from some. Compare only rows of as many answers.',
  rate: (words: string) => `Half of them are written at ${words} in a second, or faster.`,
  middleHeading: 'A spoken answer',
  middle: (time: string, turns: number) =>
    `${time} from your last word to the first sound: the spoken answer in the middle of ${turns}.`,
  spans: {
    deciding: 'Waiting whether you go on',
    'writing-down': 'Writing down what you said',
    thinking: 'Reading it, to the first word',
    writing: 'Writing the first sentence',
    voicing: 'Making its first sound',
  } satisfies Record<Span, string>,
  spanInLine: (span: string, time: string) => `${span}: ${time}`,
  brought: 'Answers from a file that was brought in count too, wherever they were made.',
  copy: 'Copy as text',
  copied: 'Copied',
  notCopied: 'It could not be copied: the browser did not allow it.',
});
export type SpeedWords = typeof speedWords;
