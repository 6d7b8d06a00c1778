/** Every text a person reads, in English. A failure's sentence says what happened, what was kept, and what to do. */
import type { Receipt } from '../domain/conversation';
import type { ErrorCode } from '../domain/errors';
import type { LanguageModel } from '../domain/models';
import type { Obstacle } from '../domain/plans';
import type { OwnDataFailure, OwnDataOutcome } from '../state/own-data.svelte';
import type { Part, PartName } from '../state/part.svelte';
import type { PhotoFailure } from '../state/photos.svelte';

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const rounded = (bytes: number) => Math.round(bytes / 1e6);
const megabytes = (bytes: number) => whole.format(rounded(bytes));
type Sizes = Pick<Part, 'totalBytes' | 'storedBytes'>;
/** Of all parts is said what a person gets who adds up what is said of each. */
const sumOf = (parts: readonly Sizes[], size: (part: Sizes) => number) =>
  whole.format(parts.reduce((sum, part) => sum + size(part), 0));
const allOf = (parts: readonly Sizes[]) => sumOf(parts, (part) => rounded(part.totalBytes));
const hereOf = (parts: readonly Sizes[]) => sumOf(parts, (part) => rounded(part.storedBytes));
const leftOf = (parts: readonly Sizes[]) =>
  sumOf(parts, (part) => rounded(part.totalBytes) - rounded(part.storedBytes));
const fetchLeft = (part: Sizes) => `Fetch ${leftOf([part])} MB`;
const goOn = (parts: readonly Sizes[]) => `Go on, ${leftOf(parts)} MB are left`;
const seconds = (ms: number) => (ms / 1000).toFixed(1);

const about = (bytes: number, isAbout: boolean) =>
  `${isAbout ? 'about ' : ''}${megabytes(bytes)} MB`;

const languageNames = new Intl.DisplayNames(['en'], { type: 'language' });
const mostLanguages = 3;
const languagesOf = (tags: readonly string[]) => {
  if (tags.includes('*')) return 'many languages';
  const names = tags.slice(0, mostLanguages).map((tag) => languageNames.of(tag));
  const more = tags.length - names.length;
  return names.join(', ') + (more > 0 ? ` and ${more} more` : '');
};

/** Why a mind is not in use. What follows says what answers instead. */
const mindFailures: Partial<Record<ErrorCode, string>> = {
  'webgpu-unavailable': 'the graphics card does not run it rightly',
  internal: 'it answers a test question wrongly here',
  'worker-crashed': 'it could not be run here',
  'out-of-memory': 'there was too little memory',
  'device-lost': 'the graphics card went away',
  'quota-exceeded': 'the disk is too full',
  'model-missing': 'a file of it is missing',
  'checksum-mismatch': 'a file of it is damaged',
};

const mindFailure = (name: string, code: ErrorCode, instead: string) =>
  `${name} is not in use: ${mindFailures[code] ?? 'it could not be started'}. ${instead} answers.`;

const timeLeft = (left: number | null) => {
  if (left === null) return '';
  return left < 90 ? ` · ${whole.format(left)} s left` : ` · ${whole.format(left / 60)} min left`;
};

const voiceNames: Readonly<Record<string, string>> = {
  'joe/joe': 'Joe',
  'kokoro/af_heart': 'Heart',
  'kokoro/bm_george': 'George',
};
const voiceLabel = (voice: string | undefined) =>
  voice?.startsWith('system/')
    ? 'the device’s voice'
    : voice && (named(voiceNames, voice) ?? voice);

const conversationsOf = (count: number) =>
  count === 1 ? '1 conversation' : `${whole.format(count)} conversations`;

const ownDataOutcome = (outcome: OwnDataOutcome) => {
  if (outcome.type === 'saved') return `Saved as ${outcome.name}, where your downloads go.`;
  const settings = outcome.settings > 0 ? ' Its settings hold once this tab is reloaded.' : '';
  return `The file held ${conversationsOf(outcome.conversations)}; all of it is here now.${settings}`;
};

const refusedFiles: Readonly<Record<string, string>> = {
  'not-an-export': 'This is not a file that Tansy saved.',
  'cut-off': 'This file is damaged or cut off.',
  newer: 'This file is of a newer version of Tansy.',
};

const ownDataFailure = ({ task, code, reason }: OwnDataFailure) => {
  if (task === 'saving') return 'It could not be saved to a file. Nothing is lost. Try again.';
  if (task === 'erasing') return 'It could not be erased. Reload this tab and try again.';
  const why =
    code === 'quota-exceeded'
      ? 'The disk is too full for this file.'
      : (refusedFiles[reason ?? ''] ?? 'This file could not be read.');
  const next = code === 'quota-exceeded' ? 'Free some space and try again.' : 'Choose another.';
  return `${why} Nothing of it was brought in, and all that is here is kept. ${next}`;
};

const earsNames: Readonly<Record<string, string>> = {
  'whisper-base': 'Whisper base',
  'whisper-tiny': 'Whisper tiny',
};
/** What a file that was brought in names may be anything, as `constructor`. */
const named = (names: Readonly<Record<string, string>>, id: string): string | undefined =>
  Object.hasOwn(names, id) ? names[id] : undefined;
const earsLabel = (id: string | undefined) => id && (named(earsNames, id) ?? id);

const took = (ms: number | undefined) => ms !== undefined && `${seconds(ms)} s`;
/** Of English, as a rule; what a mind counts are pieces of them, which nobody knows. */
const wordsPerToken = 0.75;
const wordsOf = (tokens: number | undefined) => {
  if (tokens === undefined) return false;
  const count = wordsPerToken * tokens;
  // A slow device writes less than one in a second.
  const told = count < 2 ? tenths.format(count) : whole.format(count);
  return told === '1' ? 'about 1 word' : `about ${told} words`;
};

const waited = (what: string, ms: number | undefined) => ms !== undefined && `${what} ${took(ms)}`;

/** How long one waited for what, and who heard and spoke; where nobody did, who wrote. */
const receiptLine = (receipt: Receipt, mind: string) => {
  const ears = earsLabel(receipt.earsModelId);
  const voice = voiceLabel(receipt.voiceId);
  const known = [
    waited('first word', receipt.firstTokenMs),
    waited('first sound', receipt.firstAudioMs),
    ears && `heard by ${ears}`,
    voice && `spoken by ${voice}`,
    !ears && !voice && `written by ${mind}`,
  ];
  return known.filter(Boolean).join(' · ');
};

const devices: Readonly<Record<string, string>> = { wasm: 'processor', webgpu: 'graphics card' };

/** Each with what it is; what was not measured is left out. */
const receiptFacts = (receipt: Receipt, mind: string): [string, string][] => {
  const { promptTokens, cachedTokens, newTokens, tokensPerSecond } = receipt;
  const facts: [string, string | false | undefined][] = [
    ['What you said, written down after', took(receipt.transcriptMs)],
    ['First word after', took(receipt.firstTokenMs)],
    ['First sound after', took(receipt.firstAudioMs)],
    ['Read for it', wordsOf(promptTokens)],
    ['Known from before', wordsOf(cachedTokens)],
    ['Written', wordsOf(newTokens)],
    ['Written in a second', wordsOf(tokensPerSecond)],
    ['Heard by', earsLabel(receipt.earsModelId)],
    ['Written by', mind],
    ['Computed by the', devices[receipt.device] ?? receipt.device],
    ['Spoken by', voiceLabel(receipt.voiceId)],
  ];
  return facts.filter((fact): fact is [string, string] => Boolean(fact[1]));
};

/** How far a part is that is not ready. */
const stages: Readonly<Record<Part['phase']['type'], string>> = {
  absent: 'not here yet: fetch it first',
  failed: 'not here: see above',
  waiting: 'still on its way',
  fetching: 'still on its way',
  looking: 'still starting',
  stored: 'still starting',
  starting: 'still starting',
  ready: 'ready',
};

const afterwards = {
  ask: 'Your question stays here.',
  wait: 'Your question is asked once it is ready.',
  talk: 'Until then you can write.',
};

/** Why what was pressed cannot be done yet. */
const awaited = ({ name, phase }: Part, wanted: keyof typeof afterwards, isElsewhere: boolean) => {
  const subject = name === 'ears' ? 'Hearing' : 'The mind';
  const stage = isElsewhere ? 'in another tab: use it here first' : stages[phase.type];
  return `${subject} is ${stage}. ${afterwards[wanted]}`;
};

const partNames: Readonly<Partial<Record<PartName, string>>> = {
  mind: 'answering',
  ears: 'listening',
  voice: 'speaking',
  reading: 'reading',
};

export const texts = {
  title: 'Tansy',
  skip: 'Skip to the question',

  chip: {
    onDevice: 'on this device',
    offline: 'offline: all of it works',
    fetching: 'fetching',
    none: 'nothing fetched yet',
    starting: 'starting',
    part: 'not all ready',
    elsewhere: 'open in another tab',
    oneThread: 'slower here',
  },
  update: 'A new version is ready: reload',
  stale: {
    superseded:
      'A newer version of Tansy runs in another tab. What was said so far is kept; what is said here from now on is not. Reload this tab.',
    lost: 'The browser has closed this tab’s storage. What is said here from now on is not kept. Reload this tab.',
  },
  reload: 'Reload',
  unfetched:
    'This part of Tansy could not be fetched. What was said and written is kept. Once the server can be reached, try again, or reload this tab.',
  close: 'Close',

  panel: {
    open: 'Conversations',
    close: 'Close',
    heading: 'Conversations',
    newOne: 'New conversation',
    find: 'Find by title',
    none: 'Nothing here yet.',
    noneFound: 'No title has these words.',
    rename: (title: string) => `Rename ${title}`,
    remove: (title: string) => `Delete ${title}`,
    name: 'Name of the conversation',
    save: 'Save',
    cancel: 'Cancel',
    removed: (title: string) => `Deleted “${title}”.`,
    undo: 'Undo',
    notUndone:
      'It could not be put back yet. It is kept until this tab is closed: free some space and try again.',
  },

  firstRun: {
    letter:
      'Tansy is a private assistant that runs inside this browser. Nothing you say or write leaves this device.',
    limits:
      'Speak or type; it writes and speaks its answers. At first it knows only English, names everyday things in photos, and is often wrong.',
    fetch: (parts: readonly Sizes[]) => `Fetch ${allOf(parts)} MB and begin`,
    again: 'Fetch again',
    incomplete:
      'Some model files were missing or damaged and come anew. Conversations are untouched.',
    goOn,
    pause: 'Pause',
    elsewhere:
      'Tansy is open in another tab, and the models with it. Conversations are here to be read.',
    useHere: 'Use it here',
    heading: 'Models',
    total: 'All together',
    starting: (parts: readonly PartName[]) =>
      `Starting: ${parts.map((name) => partNames[name] ?? name).join(', ')} …`,
    parts: {
      mind: 'Answering',
      ears: 'Listening',
      voice: 'Speaking',
      reading: 'Text in photos',
      natural: 'Heart and George, the natural voices',
      'other-mind': 'The mind you chose',
      'other-ears': 'Listening, as you chose',
    },
    phase: {
      looking: 'looking',
      absent: (bytes: number, isAbout: boolean, stored: number) => {
        if (stored > 0) return `${megabytes(stored)} of ${about(bytes, isAbout)} are here`;
        return bytes === 0 ? 'to be fetched' : `${about(bytes, isAbout)} to fetch`;
      },
      waiting: (bytes: number) => (bytes === 0 ? 'next' : `${megabytes(bytes)} MB, next`),
      fetching: (parts: readonly Sizes[], rate: number | null, left: number | null) =>
        `${hereOf(parts)} of ${allOf(parts)} MB${
          rate === null ? '' : ` · ${(rate / 1e6).toFixed(1)} MB/s`
        }${timeLeft(left)}`,
      paused: (parts: readonly Sizes[]) => `paused · ${hereOf(parts)} of ${allOf(parts)} MB`,
      stopped: (parts: readonly Sizes[]) => `stopped · ${hereOf(parts)} of ${allOf(parts)} MB`,
      stored: 'on this device, resting',
      starting: 'starting',
      ready: 'ready',
    },
  },

  ask: 'Ask, or hold to talk',
  askOrSpeak: 'Speak, or write',
  askBeforeEars: 'Ask',
  askWaiting: 'Ask, once it is here',
  askLabel: 'Your question',
  awaited,
  unasked: 'The page was loaded anew before your question was asked. It is still here.',
  awaitedAnswer: 'The answer before is not over yet. Your question stays here.',
  send: 'Send',
  stop: 'Stop',
  you: 'you',
  spoken: 'you, spoken',
  tansy: 'tansy',
  thinking: 'Thinking …',
  readSoFar: (share: number) => `Reading the conversation … ${Math.floor(100 * share)} %`,
  interrupted: 'Stopped. What was written is kept.',
  interruptedEmpty: 'Stopped. Nothing was written yet.',
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

  message: {
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
  },

  voice: {
    talk: 'Hold to talk, tap for hands-free',
    stop: 'Stop',
    notYet: 'The ears are not here yet',
    phase: {
      idle: 'ready',
      opening: 'opening',
      listening: 'listening',
      transcribing: 'writing down',
      thinking: 'thinking',
      speaking: 'speaking',
      muted: 'muted',
    },
    handsFree: 'Hands-free: silence ends your turn, speaking over the answer stops it.',
    holding: 'Let go to send. Slide away to cancel.',
    holdingWithKeys: 'Let go to send. Slide away or press Esc to cancel.',
    letGoToCancel: 'Let go to cancel.',
    mute: 'Mute the voice',
    unmute: 'Speak answers',
    nothingHeard: 'No words were heard. Hold the button while you speak, or come closer.',
    microphoneMuted:
      'The device or the browser has muted the microphone: unmute it there, and you are heard again.',
    speakNow: 'Speak now …',
  },

  photos: {
    add: 'Add a photo',
    choose: 'Choose a photo',
    camera: 'Take a photo',
    drop: 'Drop photos to add them to your question',
    pending: 'Photos for your question',
    remove: (name: string, at: number) => `Remove ${name === '' ? `photo ${at}` : name}`,
    preparing: (at: number, of: number) =>
      of === 1 ? 'Making the photo ready …' : `Making photo ${at} of ${of} ready …`,
    stop: 'Stop adding',
    needsWords: 'Add a question about it to send.',
    guess:
      'A small mind’s guess from a photo, and often wrong: no diagnosis. Do not eat, treat or decide by it.',
    unseen: 'This mind cannot see photos yet: it only reads the words in them.',
    mindsThatSee: 'Minds that see',
    unseenAnswers: {
      byWords:
        'This mind cannot see photos yet. It knows only the words that were read in what you showed, and may misread them.',
      alone:
        'This mind cannot see photos yet, and no words could be read in what you showed: it could only guess, so it was not asked. Ask without the photo, or choose a mind that sees in Settings.',
    },
    dismiss: 'Close',
    alt: (name: string) => (name === '' ? 'Photo' : `Photo: ${name}`),
    enlarge: (name: string) => (name === '' ? 'Show the photo large' : `Show ${name} large`),
    close: 'Close the photo',
    gone: 'This photo is no longer on this device.',
  },

  reading: {
    busy: (at: number | null) =>
      `Reading the text in ${at === null ? 'the photo' : `photo ${at}`} …`,
    busyWithAll: (done: number, of: number) => `Reading the text in the photos … ${done} of ${of}`,
    headingOfAll: 'Text in the photos',
    noneOfAll: 'No text was found in the photos.',
    someFailed: 'Text in the photos · not all of it could be read',
    progress: (done: number, of: number) => `${done} of ${of}`,
    heading: (at: number | null) => `Text in ${at === null ? 'the photo' : `photo ${at}`}`,
    none: (at: number | null) =>
      `No text was found in ${at === null ? 'the photo' : `photo ${at}`}.`,
    hard: 'hard to read',
    unsure:
      'Parts of this are hard to read and may be wrong: the mind is not told the worst of them. A closer, sharper photo helps.',
    cut: 'There is more text in the photo than is read of one.',
    copy: 'Copy text',
    copied: 'Copied',
    notCopied: 'This could not be copied. The text is still here: select it and copy it by hand.',
  },

  camera: {
    heading: 'Take a photo',
    opening: 'Opening the camera. Allow it if the browser asks …',
    shoot: 'Take the photo',
    turn: 'Use the other camera',
    close: 'Close the camera',
    again: 'Try again',
  },

  settings: {
    open: 'Settings',
    heading: 'Settings',
    close: 'Close',
    speaking: 'Speaking',
    listening: 'Listening',
    theme: 'Look',
    themes: { system: 'As the device', light: 'Light', dark: 'Dark' },
    speakAnswers: 'Speak answers',
    voice: 'Voice',
    voices: {
      auto: 'What suits this device',
      joe: 'Joe: quick, American',
      heart: 'Heart: natural, American',
      george: 'George: natural, British',
      system: 'Voices of this device',
      systemVoice: (name: string, language: string) => `${name} (${language})`,
      gone: 'A voice that is not here now',
    },
    fetchVoice: fetchLeft,
    cancelFetch: 'Cancel',
    speaks: (voice: string | null, muted: boolean) =>
      voice === null
        ? 'No voice is here yet.'
        : `${muted ? 'Would speak, were it not muted' : 'Speaks now'}: ${voiceLabel(voice)}`,
    tryVoice: (voice: string) => `Try ${voiceLabel(voice)}`,
    stopTrying: 'Stop',
    trySentence: 'This is how an answer sounds, read aloud by this voice.',
    pace: (factor: number) =>
      `A natural voice takes ${factor.toFixed(1)} s for each second of speech here`,
    tooSlow: 'too slow to be chosen by itself, and answers may have gaps.',
    keepsUp: 'fast enough to answer without gaps.',
    systemNote:
      'A voice of this device is not part of Tansy. Only those that the browser calls local are listed.',
    rate: 'Speed of the voice',
    rateValue: (rate: number) => `${rate.toFixed(2).replace(/0$/, '')} ×`,
    language: 'Language you speak',
    languages: {
      en: 'English',
      auto: 'Detect it',
      de: 'German',
      fr: 'French',
      es: 'Spanish',
      it: 'Italian',
      pt: 'Portuguese',
      nl: 'Dutch',
      pl: 'Polish',
      ru: 'Russian',
      tr: 'Turkish',
      ja: 'Japanese',
      ko: 'Korean',
      zh: 'Chinese',
    },
    languageNote:
      'Many languages can be written down. Tansy’s own mind and its voices know only English.',
    keepRecordings: 'Keep recordings of spoken questions, on this device',
    models: 'Models on this device',
    privacy:
      'Nothing is sent: what you say, write and hear stays on this device. There is no account and no count of visits.',
  },

  minds: {
    heading: 'The mind that answers',
    inUse: 'answers now',
    unable: 'cannot run here',
    facts: ({ sight, languages, licence }: LanguageModel, size: string) =>
      [
        sight === 'trained' ? 'Sees photos' : 'Does not see photos',
        languagesOf(languages),
        size,
        licence.spdx.replace('LicenseRef-', ''),
      ]
        .filter((fact) => fact !== '')
        .join(' · '),
    size: (bytes: number, isAbout: boolean) => (bytes === 0 ? '' : about(bytes, isAbout)),
    obstacles: {
      'no-webgpu':
        'It needs a graphics card that web pages may compute with (WebGPU): this browser or device has none.',
      'software-webgpu': 'It needs a graphics card, and this browser has only an imitation of one.',
      'no-f16': 'It needs a graphics card that computes with 16-bit numbers.',
      'no-threads': 'It needs more than one core of the processor, and this page has one.',
      'little-memory': 'It takes more memory than this device can spare.',
      'processor-chosen': 'It needs the graphics card, and below the processor is chosen.',
      refused: 'It was tried here and did not work.',
    } satisfies Record<Obstacle, string>,
    source:
      'Its files come from huggingface.co. Only then is another server asked: it sees your address and which files are fetched, never what you say, write or show.',
    meanwhile: (name: string) => `${name} goes on answering until the new one is ready.`,
    slow: 'It runs on the processor here: expect to wait, for a photo many seconds.',
    fetch: (bytes: number, isAbout: boolean) =>
      bytes === 0
        ? 'Fetch it from huggingface.co'
        : `Fetch ${about(bytes, isAbout)} from huggingface.co`,
    goOn,
    cancel: 'Cancel',
    retry: 'Try again',
    device: 'Runs on',
    devices: {
      auto: 'What suits this device',
      wasm: 'The processor',
      webgpu: 'Any graphics card',
    },
    failure: mindFailure,
    notice: (name: string, code: ErrorCode, instead: string) =>
      `${mindFailure(name, code, instead)} Your conversations are kept. Settings can try it again.`,
    dismiss: 'Close',
  },

  ears: {
    heading: 'Listens with',
    choices: (automatic: string) => ({
      auto: `What suits: ${automatic}`,
      'whisper-base': 'Whisper base: fewer mistakes',
      'whisper-tiny': 'Whisper tiny: quicker',
    }),
    short: earsNames,
    fetch: fetchLeft,
    cancel: 'Cancel',
  },

  stored: {
    heading: 'Stored and not in use',
    frees: (bytes: number) => `frees ${megabytes(bytes)} MB`,
    ask: 'Remove …',
    question: (name: string) => `Remove ${name}? It can be fetched again.`,
    keep: 'Keep',
    remove: 'Remove',
    removeLabel: (name: string, bytes: number) => `Remove ${name}, frees ${megabytes(bytes)} MB`,
    removing: 'removing',
    failed: 'It could not be removed. Nothing else has changed. Try again.',
  },

  ownData: {
    heading: 'Your data',
    about:
      'Conversations, with their photos and recordings, and your settings are only in this browser. A file of them can be brought in here again, or in another browser.',
    save: 'Save to a file',
    bring: 'Bring in a file',
    erase: 'Erase everything …',
    eraseQuestion:
      'Erase all conversations, photos, recordings and settings? This cannot be undone. The models stay on this device.',
    eraseAll: 'Erase everything',
    keepAll: 'Keep everything',
    stop: 'Stop',
    busy: {
      saving: 'Saving to a file …',
      bringing: 'Bringing in the file …',
      erasing: 'Erasing …',
    },
    outcome: ownDataOutcome,
    failure: ownDataFailure,
  },

  keys: {
    heading: 'Keys',
    list: {
      Space: 'hold to talk',
      Enter: 'send the question',
      '/': 'go to the question',
      '↑': 'edit the last question',
      Esc: 'stop',
      'Ctrl K, ⌘ K': 'find a conversation',
      '?': 'show these keys',
    },
  },

  receipt: {
    line: receiptLine,
    facts: receiptFacts,
  },
  spokenSoon: 'It is spoken once the voice has started.',
  notAllSpoken: 'Not all of it could be spoken. “Say it again” tries anew.',
  cutShort: 'Cut short: the answer had reached its longest.',
  examples: {
    label: 'Examples',
    // What the smallest mind can do.
    questions: [
      'How do plants drink water?',
      'What is photosynthesis?',
      'Write a short poem about rain.',
    ],
  },
  goOn: 'Go on',
  noRoom: 'The mind has no room for more of it.',
  start: 'Hold the yellow button and speak, tap it to talk hands-free, or type.',
  dropped: (count: number) =>
    count === 1
      ? '1 older message no longer fits and was left out'
      : `${count} older messages no longer fit and were left out`,
} as const;

const unknown = 'Something went wrong. What was said is kept. Try again.';

const failures: Record<ErrorCode, string> = {
  aborted: 'Stopped. What was said is kept.',
  internal: unknown,
  'bad-input':
    'This could not be used as it is. What was said is kept. Put it differently and try again.',
  'too-long':
    'This is more than the mind can read at once. The question is kept. Edit it, leave the part that matters, and ask again.',
  'wrong-answer':
    'This browser computes a model wrongly, so it is not used. Conversations are untouched. Update the browser, or try another.',
  'webgpu-unavailable':
    'The graphics card could not be used. What was said is kept. Ask again, or choose the processor in Settings.',
  'device-lost':
    'The graphics card went away. What was said is kept. Ask again: it is started afresh.',
  'download-failed': 'The files could not be fetched. What arrived is kept: go on when you like.',
  'checksum-mismatch':
    'A model file is damaged. Conversations are untouched. Fetch again: only the bad part comes anew.',
  'model-missing': 'A model is not here. Conversations are untouched. Fetch it again.',
  'quota-exceeded':
    'The disk is too full. Nothing that was there is lost. Free some space and go on.',
  'worker-crashed':
    'A part of Tansy stopped and was ended. What was said is kept. Ask again to restart it.',
  'out-of-memory':
    'There was too little memory. What was said is kept. Close other tabs and ask again.',
  'storage-unavailable': 'This could not be saved. It stays on screen until the tab is closed.',
  'microphone-denied':
    'The microphone is blocked for this page. You can type all the same, or allow it in the address bar and press again.',
  'microphone-missing':
    'No microphone could be opened. You can type all the same, or plug one in and press again.',
  'camera-denied':
    'The camera is blocked for this page. The question is kept. Allow the camera in the address bar and try again.',
  'camera-missing':
    'No camera could be opened. The question is kept. Plug one in, or close what else uses it, and try again.',
  'microphone-lost':
    'The microphone went away. What was understood is kept. Go on typing, or plug it in and press again.',
};

/** Why a part did not arrive, where that is no fault of anybody's. */
export const noNetwork = {
  ofPart: 'There is no network: fetch it once there is one.',
  ofAll: 'There is no network. What arrived is kept, and the rest comes once there is one.',
} as const;

/** @param details figures of the error, where it came with any */
export function failureText(code: string, details: Readonly<Record<string, string>> = {}): string {
  const { neededMb, freeMb, damagedAtServer } = details;
  if (code === 'checksum-mismatch' && damagedAtServer) {
    return `The server’s copy of ${damagedAtServer} is damaged and not used. All else is kept and goes on. Try again, or later.`;
  }
  if (code === 'quota-exceeded' && neededMb) {
    const free = freeMb ? ` and ${freeMb} MB are free for this page` : '';
    return `The disk is too full: ${neededMb} MB are needed${free}. Nothing that was there is lost. Free some space and go on.`;
  }
  return named(failures, code) ?? unknown;
}

const largest = (limit: PhotoFailure['limit']) => {
  if (limit?.megapixels) return `: it has more than ${limit.megapixels} megapixels`;
  return limit?.megabytes ? `: it has more than ${limit.megabytes} MB` : '';
};

const notPhotos: Record<
  NonNullable<PhotoFailure['reason']>,
  (file: string, limit: PhotoFailure['limit']) => string
> = {
  'too-many': (_file, limit) =>
    `A question takes ${limit?.photos} photos at most. Those that are here are kept; the others were left out. Ask about these first.`,
  'not-kept': () =>
    'Your photos could not be saved: the disk may be too full. They are here until this tab is reloaded or closed, and can be asked about.',
  empty: (file) =>
    `${file} is empty. Your question and its other photos are kept. Choose another file.`,
  'too-large': (file, limit) =>
    `${file} is too large${largest(limit)}. Your question and its other photos are kept. Choose a smaller one.`,
  'not-an-image': (file) =>
    `${file} is not a photo. Your question and its other photos are kept. Choose a JPEG, PNG or WebP file.`,
  heic: (file) =>
    `${file} is in a format of Apple’s that this browser cannot read. Your question and its other photos are kept. Save it as JPEG and choose that.`,
  damaged: (file) =>
    `${file} is damaged or cut off. Your question and its other photos are kept. Choose another copy of it.`,
};

export function photoFailureText({ reason, name, limit }: PhotoFailure): string {
  const file = name === '' ? 'The photo' : `“${name}”`;
  if (reason) return notPhotos[reason](file, limit);
  return `${file} could not be made ready. Your question and its other photos are kept. Add it once more.`;
}

/** @param name of the photo's file; empty where it had none */
export function readingFailureText(code: ErrorCode, name: string): string {
  const photo = name === '' ? 'the photo' : `“${name}”`;
  return code === 'model-missing' || code === 'checksum-mismatch'
    ? `The text in ${photo} was not read: the part that reads is not here yet. The photo and the question are kept. Ask all the same, or once it is fetched.`
    : `The text in ${photo} could not be read. The photo and the question are kept. Ask all the same, or add the photo again.`;
}

/** The texts of an answer's own parts. */
export const answerTexts = {
  table: 'Table',
  code: 'code',
  codeLabel: (language: string) => (language === '' ? 'Code' : `Code, ${language}`),
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'This could not be copied. The code is still here: select it and copy it by hand.',
} as const;

export const leavingTexts = {
  heading: (host: string) => (host === '' ? 'Leave Tansy?' : `Leave Tansy for ${host}?`),
  about:
    'A mind wrote this address: it may be wrong or not exist, and all of it is sent there. What else was said stays here.',
  stay: 'Stay here',
  copy: 'Copy the address',
  copied: 'Copied',
  notCopied: 'It could not be copied: select the address and copy it by hand.',
  open: 'Open',
} as const;
