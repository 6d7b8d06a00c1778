/** What each text that is a function is called with, so that one in another language can be held to what the English one shows. */
import type { Receipt } from '../../../src/domain/conversation';
import type { NamedCondition } from '../../../src/domain/plant-names';
import type { ReceiptSummary } from '../../../src/domain/receipt-summary';

const megabyte = 1e6;
const parts = [{ totalBytes: 290 * megabyte, storedBytes: 57 * megabyte }];
const ill: NamedCondition = { name: 'early blight', crop: 'tomato', isHealthy: false };
const well: NamedCondition = { name: 'healthy', crop: 'tomato', isHealthy: true };
const plant = { name: 'Old friend', place: 'balcony', crop: 'tomato' };
const onDay = Date.UTC(2026, 4, 17, 12);
const failures = [
  'internal',
  'too-long',
  'checksum-mismatch',
  'quota-exceeded',
  'microphone-denied',
  'constructor',
];
const photoReasons = [
  'too-many',
  'not-kept',
  'empty',
  'too-large',
  'not-an-image',
  'heic',
  'damaged',
];
const refusals = ['gone', 'empty', 'too-large', 'not-an-image', 'heic', 'damaged'];
const receipt: Receipt = {
  modelId: 'tansy-lite',
  device: 'wasm',
  earsModelId: 'whisper-base',
  voiceId: 'joe/joe',
  promptTokens: 400,
  cachedTokens: 200,
  newTokens: 40,
  tokensPerSecond: 16,
  decisionMs: 300,
  transcriptMs: 600,
  firstTokenMs: 900,
  firstSentenceMs: 1200,
  firstAudioMs: 1500,
  requests: 3,
};
const summary: ReceiptSummary = {
  modelId: 'tansy-lite',
  device: 'webgpu',
  turns: 17,
  leftOut: 4,
  ears: ['whisper-base'],
  voices: ['joe/joe'],
  stages: [{ stage: 'firstTokenMs', turns: 17, halfMs: 900, mostMs: 1900 }],
  tokensPerSecond: 16,
  middle: { turns: 5, wholeMs: 2600, spans: [{ span: 'thinking', ms: 700 }] },
};
const model = {
  sight: 'trained',
  languages: ['de', 'fr', 'ja', 'ko'],
  licence: { spdx: 'Apache-2.0' },
};

/** By area and name, the arguments of each call. */
export const saidWith: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'answerTexts.codeLabel': [[''], ['python']],
  'leavingTexts.heading': [[''], ['example.org']],
  'composer.awaited': ['absent', 'failed', 'waiting', 'starting'].flatMap((type) => [
    [{ name: 'ears', phase: { type } }, 'talk', false],
    [{ name: 'mind', phase: { type } }, 'wait', true],
  ]),
  failureText: [
    ...failures.map((code) => [code]),
    ...['alone', 'asked', 'written', 'can-go-on', 'understood', 'listening', 'talking'].map(
      (situation) => ['worker-crashed', {}, situation],
    ),
    ['text-unheld', {}, 'asked'],
    ['quota-exceeded', { neededMb: '290', freeMb: '57' }],
    ['quota-exceeded', { neededMb: '290' }],
    ['checksum-mismatch', { damagedAtServer: 'joe.onnx' }],
  ],
  'firstRun.fetch': [[parts]],
  'firstRun.goOn': [[parts]],
  'firstRun.starting': [[['mind', 'ears', 'voice', 'reading', 'plants']]],
  'firstRun.phase.absent': [
    [290 * megabyte, true, 57 * megabyte],
    [290 * megabyte, false, 0],
    [0, false, 0],
  ],
  'firstRun.phase.waiting': [[0], [57 * megabyte]],
  'firstRun.phase.fetching': [
    [parts, 2.5 * megabyte, 45],
    [parts, 2.5 * megabyte, 240],
    [parts, null, null],
  ],
  'firstRun.phase.paused': [[parts]],
  'firstRun.phase.stopped': [[parts], [[]]],
  'journal.about': [[plant]],
  'journal.inPlace': [[plant], [{ ...plant, place: '' }]],
  'journal.date': [[onDay]],
  'journal.failure': [
    [new Error('unknown')],
    ...refusals.map((reason) => [{ name: 'AppError', code: 'bad-input', details: { reason } }]),
  ],
  'journal.nameProblem': [['empty'], ['too-long'], ['taken']],
  'journal.removed': [
    [{ plants: [plant], entries: [] }],
    ...['photo', 'note', 'treatment', 'look-again'].map((type) => [
      { plants: [], entries: [{ type }] },
    ]),
  ],
  'journal.steps': [[ill], [well]],
  'journal.due': [['2001-02-17'], ['2999-02-17']],
  'journal.wasDue': [['2026-05-17']],
  'journal.event': [[plant]],
  'journal.removeEntry': ['photo', 'note', 'treatment', 'look-again'].map((type) => [type, onDay]),
  'journal.photoOf': [[onDay]],
  'journal.enlarge': [[onDay]],
  'journal.ofDay': [[onDay, 4]],
  'language.automatic': [['Deutsch']],
  'language.use': [['Deutsch']],
  'language.minds': [['Deutsch']],
  'ears.choices': [['Whisper base']],
  'ears.fetch': [[parts[0]]],
  'minds.facts': [
    [model, '290 MB'],
    [{ ...model, sight: 'none', languages: ['*'] }, ''],
  ],
  'minds.size': [
    [290 * megabyte, true],
    [0, true],
  ],
  'minds.meanwhile': [['Joe']],
  'minds.fetch': [
    [0, false],
    [290 * megabyte, true],
  ],
  'minds.goOn': [[parts]],
  'minds.failure': ['internal', 'out-of-memory', 'bad-input'].map((code) => ['Joe', code, 'Heart']),
  'minds.notice': [['Joe', 'quota-exceeded', 'Heart']],
  'stored.frees': [[57 * megabyte]],
  'stored.question': [['Joe']],
  'stored.removeLabel': [['Joe', 57 * megabyte]],
  'ownData.outcome': [
    [{ type: 'saved', name: 'tansy.data' }],
    [{ type: 'brought', conversations: 3, plants: 4, settings: 1 }],
    [{ type: 'brought', conversations: 3, plants: 0, settings: 0 }],
  ],
  'ownData.failure': [
    [{ task: 'saving', code: 'internal' }],
    [{ task: 'erasing', code: 'internal' }],
    [{ task: 'bringing', code: 'quota-exceeded' }],
    ...['not-an-export', 'cut-off', 'newer', undefined].map((reason) => [
      { task: 'bringing', code: 'bad-input', reason },
    ]),
  ],
  'panel.rename': [['Watering']],
  'panel.remove': [['Watering']],
  'panel.removed': [['Watering'], ['What is it?']],
  photoFailureText: [
    [{ name: 'leaf.png' }],
    [{ name: '' }],
    [{ reason: 'too-large', name: 'leaf.png', limit: { megapixels: '57' } }],
    ...photoReasons.map((reason) => [
      { reason, name: 'leaf.png', limit: { megabytes: '40', photos: '6' } },
    ]),
  ],
  'photos.remove': [
    ['', 3],
    ['leaf.png', 3],
  ],
  'photos.preparing': [
    [1, 1],
    [3, 5],
  ],
  'photos.alt': [[''], ['leaf.png']],
  'photos.enlarge': [[''], ['leaf.png']],
  'plants.cutOut.stands': [[0.2, 0.3, 0.4]],
  'plants.cutOut.photo': [[3, 5]],
  'plants.looked': ['all', 'middle', 'part'].flatMap((what) => [
    [what, 1, 1],
    [what, 3, 3],
  ]),
  'plants.weighed': [
    [ill, 'upper-left', true],
    [well, 'everywhere', false],
  ],
  'plants.sureness': [
    ['likely', 0],
    ['possible', 1],
    ['unsure', 0],
  ],
  'plants.condition': [[ill], [well]],
  'plants.of': [['tomato'], ['tomato', 'Solanum lycopersicum']],
  'plants.title': [
    [ill, true],
    [ill, false],
    [well, true],
  ],
  'plants.known': [[['tomato', 'potato', 'apple']]],
  'plants.unlikeCrop': [['apple']],
  'plants.cropSeen': [['apple']],
  'plants.cropOption': [['apple']],
  'plants.signs': [[1], [3]],
  'plants.todayIf': [[ill], [well]],
  'plants.about': [[{ kind: 'healthy', harvest: null }], [{ kind: 'fungus', harvest: 'Eat it.' }]],
  'plants.figures': [[true], [false]],
  'plants.percent': [[0.001], [0.42]],
  'plants.sources': [[1], [3]],
  'plants.source': [[3, 'Extension service']],
  'plants.read': [['2026-05-17']],
  'plants.since': [
    [ill, null],
    [well, ill],
  ],
  'plants.reviewed': [['2026-05-17']],
  'reading.busy': [[null], [3]],
  'reading.busyWithAll': [[3, 5]],
  'reading.progress': [[3, 5]],
  'reading.heading': [[null], [3]],
  'reading.none': [[null], [3]],
  readingFailureText: [
    ['model-missing', 'leaf.png'],
    ['internal', ''],
  ],
  'receipt.line': [
    [receipt, 'Dormouse'],
    [{ modelId: 'tansy-lite', device: 'wasm' }, 'Dormouse'],
  ],
  'settings.voices.systemVoice': [['Anna', 'de-DE']],
  'settings.naturalVoice': [['kokoro/bm_george']],
  'settings.fetchVoice': [[parts[0]]],
  'settings.speaks': [
    [null, false],
    ['joe/joe', false],
    ['joe/joe', true],
  ],
  'settings.notHere': [
    ['kokoro/af_heart', null, false],
    ['kokoro/af_heart', 'joe/joe', false],
    ['kokoro/af_heart', 'joe/joe', true],
  ],
  'settings.tryVoice': [['joe/joe'], ['system/anna']],
  'settings.pace': [[3.5]],
  'settings.rateValue': [[1], [1.25]],
  'settings.loudnessValue': [[0.35]],
  'speed.facts': [[receipt, 'Dormouse']],
  'speed.counted': [[receipt]],
  'speed.made': [[summary, 'Dormouse']],
  'speed.lookedIn': [[1], [200]],
  'speed.leftOut': [[1], [4]],
  'speed.row': [[summary.stages[0]]],
  'speed.rate': [[16]],
  'speed.middle': [[summary]],
  'speed.span': [[{ span: 'thinking', ms: 700 }]],
  'speed.asText': [[summary, 'Dormouse']],
  'message.removed': [[true], [false]],
  'message.version': [[3, 5]],
  'thread.readSoFar': [[0.42]],
  'thread.earlier': [
    [3, 57],
    [3, 3],
  ],
  'thread.dropped': [[1], [4]],
};

/** Of what they are called with, what a person gave a name to: it is shown as it is, whatever the language. */
export const names = [
  'Anna',
  'Apache-2.0',
  'Deutsch',
  'Extension service',
  'George',
  'Heart',
  'Joe',
  'Old friend',
  'Dormouse',
  'Solanum lycopersicum',
  'Watering',
  'Whisper base',
  'Whisper tiny',
  'apple',
  'balcony',
  'early blight',
  'de-DE',
  'example.org',
  'joe.onnx',
  'leaf.png',
  'potato',
  'python',
  'tansy.data',
  'tomato',
];
