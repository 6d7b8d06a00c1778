/** What was asked and answered. */
import { whole } from './figures';
import { translated } from './translation';

const shownOfWelcome = translated('welcome', {
  label: 'What can be done here',
  speak: 'Speak',
  speakHow: 'Hold the yellow button, or tap it to talk hands-free.',
  show: 'Show',
  showHow: 'Add a photo and ask what it is, what it says, or what ails a plant.',
  type: 'Type',
  typeHow: 'Write a question, with a text to answer it from.',
  examples: 'Examples',
  /** As examples are shown; what is asked of a mind that knows only English is in English. */
  ofPhotoShown: 'What is wrong with this plant?',
  questionsShown: ['How do plants drink water?', 'Write a short poem about rain.'],
});
export const welcome = {
  ...shownOfWelcome,
  // What is asked is English, as the smallest mind is, and what tells that a plant is meant.
  /** Comes with a photo. */
  ofPhoto: 'What is wrong with this plant?',
  /** What that mind can do. In the order in which they are shown. */
  questions: ['How do plants drink water?', 'Write a short poem about rain.'],
};

const plantUnfetched =
  'What is known of this plant could not be read. Reload this tab to try again.';
const shownOfMessage = translated('message', {
  journalUnread:
    'The plant journal could not be opened. This diagnosis is kept with its conversation.',
  plantUnfetched,
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'It could not be copied: select the words and copy them by hand.',
  retry: 'Ask again',
  edit: 'Edit',
  remove: 'Delete',
  removed: (showsOther: boolean) =>
    `Deleted the question and what was said after it.${
      showsOther ? ' Another version of this question is shown.' : ''
    }`,
  editLabel: 'Your question, put differently',
  askThis: 'Ask this',
  cancel: 'Cancel',
  replay: 'Say it again',
  hearQuestion: 'Play what was said',
  stopRecording: 'Stop playing',
  previous: 'Earlier version',
  next: 'Later version',
  version: (at: number, of: number) => `${at} of ${of}`,
});
export const message = {
  ...shownOfMessage,
  /** In the place of an answer. */
  plantUnfetchedAnswer: plantUnfetched,
};

export const thread = translated('thread', {
  you: 'you',
  spoken: 'you, spoken',
  tansy: 'tansy',
  thinking: 'Thinking …',
  readSoFar: (share: number) => `Reading the conversation … ${Math.floor(100 * share)} %`,
  interrupted: 'Stopped. What was written is kept.',
  interruptedHeard: 'Stopped. Only what was heard is kept.',
  interruptedWhole:
    'Stopped after a whole sentence, which may have been the last. What was written is kept.',
  interruptedAtEnd: 'Stopped. Nothing was left to say.',
  interruptedEmpty: 'Stopped. Nothing was written yet.',
  /** After “Erase everything”, in a page that was loaded anew. */
  erased:
    'Everything is erased: your conversations, photos, recordings, plant journal and settings are gone. Models that were fetched are still here.',
  notKept: {
    nowhere: 'This browser keeps nothing for the app: the conversation ends with this tab.',
    blocked:
      'Another tab of Tansy seems to hold your conversations. They are safe, but not shown here, and what is said here ends with this tab. Close other tabs of Tansy and reload this one.',
  },
  oneThread:
    'Answers come slower: the browser gives this page only one core of the processor. Loading the page again often mends that.',
  newest: 'To the newest',
  earlier: (next: number, all: number) =>
    `Show ${whole.format(next)} earlier messages${next < all ? ` of ${whole.format(all)}` : ''}`,

  spokenSoon: 'It is spoken once the voice has started.',
  unlaid:
    'Answers are shown as they were written: the part of Tansy that lays them out could not be fetched.',
  layAgain: 'Try again',
  notAllSpoken: 'Not all of it could be spoken. “Say it again” tries anew.',
  fromMemory: 'From a small mind’s memory, which is often wrong: check what matters.',
  mindsThatKnowMore: 'Minds that know more',
  cutShort: 'Cut short: the answer had reached its longest.',
  /** Of an answer to what was asked again. */
  sameAgain: 'It came out the same as before.',
  goOn: 'Go on',
  /** Of one that was gone on with. */
  nothingAdded: 'There was nothing more to say: the answer had come to its end.',
  noRoom: 'The mind has no room for more of it.',
});
