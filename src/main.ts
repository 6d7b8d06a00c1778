/** Composition root: builds everything once and mounts the interface. */
import { mount } from 'svelte';
import { Player } from './audio/player';
import { SystemVoices } from './audio/system-voice';
import { AppError } from './domain/errors';
import { earsFor, threadsFor } from './domain/models/plans';
import type { Settings } from './domain/settings';
import type { SumAsked } from './domain/questions/sum';
import { heart, joe, modelVoice } from './domain/voice/voices';
import { registerServiceWorker } from './pwa/register';
import { outward } from './services/photos/camera-sides';
import { deviceFacts, findGraphics } from './services/models/capabilities';
import { allModels, modelFor, modelsFor, planOnWasm } from './services/models/catalogue';
import { Drafts } from './services/kept/drafts';
import { ErasedNote } from './services/kept/erased-note';
import { HearingService } from './services/voice/hearing';
import { KeptLanguage } from './services/kept/language';
import { KnownAnswers } from './services/models/known-answers';
import { LazyPlantAnswers } from './services/plants/lazy-answers';
import { LockerService } from './services/models/locker';
import { MindService } from './services/mind/mind';
import { MindsService } from './services/mind/minds';
import { openLibrary } from './services/kept/open-library';
import { orAborted } from './services/or-aborted';
import { PicturesService } from './services/photos/pictures';
import { plantCards } from './services/plants/cards';
import { PlantsService } from './services/plants/plants';
import { ReadingService } from './services/photos/reading';
import { ReplyService } from './services/answers/reply';
import { countRequests } from './services/request-count';
import { saveFile } from './services/kept/save-file';
import { Saver } from './services/kept/saver';
import { SpeechService } from './services/voice/speech';
import { SpokenAnswers } from './services/voice/spoken-answers';
import { TabLock } from './services/models/tab-lock';
import { openVoiceSession } from './services/voice/session';
import { VoicesService } from './services/voice/voices';
import { WaitingPhotos } from './services/kept/waiting-photos';
import type { AnswerVoices } from './state/answer-voices';
import { CameraState } from './state/camera.svelte';
import { Chat } from './state/chat.svelte';
import { Ears } from './state/ears.svelte';
import type { Journal } from './state/journal.svelte';
import { LanguageState } from './state/language.svelte';
import { Minds } from './state/minds.svelte';
import { OwnAnswers, type OwnRules } from './state/own-answers';
import { OwnData } from './state/own-data.svelte';
import type { PartName } from './state/part.svelte';
import { Photos } from './state/photos.svelte';
import { Plants } from './state/plants.svelte';
import { Readings } from './state/readings.svelte';
import { SettingsState } from './state/settings.svelte';
import { Setup } from './state/setup.svelte';
import { Shelf } from './state/shelf.svelte';
import { Stored } from './state/stored.svelte';
import { UpdateState } from './state/update.svelte';
import type { VoiceCompany } from './state/voice-company.svelte';
import { VoiceState } from './state/voice.svelte';
import { Voices } from './state/voices.svelte';
import App from './ui/App.svelte';
import { layout } from './ui/chat/layout.svelte';
import './ui/look.css';
import { lazily } from './domain/lazily';
import { texts } from './ui/texts';
import { englishFailure } from './ui/texts/failures';
import { spokenLanguage } from './ui/texts/translation';

const target = document.querySelector('#app');
if (!target) throw new Error('the page has no place for the app');

const device = deviceFacts();
const threads = threadsFor(device.cores);
const update = new UpdateState();
const language = new LanguageState({
  kept: new KeptLanguage(),
  now: spokenLanguage(),
  preferred: navigator.languages,
  reload: () => location.reload(),
  isAnswering: () => chat.answering || chat.voicing || chat.speaking !== null,
});
const {
  library,
  settings: keeper,
  ownData: keptData,
  journal: openKeeper,
} = await openLibrary({
  onSuperseded: () => update.grewStale('superseded'),
  onErased: () => beginAnew(),
  onLost: () => update.grewStale('lost'),
  onChanged: () => void catchUp().catch(() => {}),
});
const drafts = new Drafts(keeper);
const draftWaited = drafts.waited;
const erasedNote = new ErasedNote();
const wasErased = erasedNote.take();
/** All that was kept is erased. */
function beginAnew(): void {
  drafts.forget();
  language.forget();
  erasedNote.leave();
  // The journal that it may lead to is empty now.
  history.replaceState(null, '', location.pathname);
  location.reload();
}
const settings = new SettingsState(keeper);
await settings.open();

const answers = new KnownAnswers(keeper, navigator.userAgent);
const mind = new MindService(
  planOnWasm(modelFor('language', 'tansy-lite'), threads),
  async (id) => (await chat.attachment(id))?.blob,
  answers,
);
mind.quoteWords = texts.evidence;
mind.untold = texts.photos.smallAnswers.untold;
const earsPlanFor = (wanted: Settings['earsModel']) =>
  planOnWasm(modelFor('speech-recognition', earsFor(wanted, device)), threads);
const speech = new SpeechService(
  earsPlanFor(settings.all.earsModel),
  ['joe', 'kokoro'].map((id) => planOnWasm(modelFor('speech-synthesis', id), threads)),
  answers,
);
const player = new Player();
const hearing = new HearingService(
  planOnWasm(modelFor('voice-activity', 'silero-vad'), 1),
  speech,
  answers,
  () => player.openSpeaker(),
);
const reading = new ReadingService(planOnWasm(modelFor('reading', 'pp-ocr'), threads), answers);
const plants = new PlantsService(planOnWasm(modelFor('plants', 'plants'), threads), answers);
const systemVoices = new SystemVoices();
const spoken = new SpokenAnswers(speech, player, systemVoices);
spoken.amplify(settings.all.loudness);

const locker = new LockerService();
const setup = new Setup(locker, settings, new TabLock(), [
  {
    name: 'mind',
    plans: [mind.standard],
    start: (signal) => mind.start(signal),
    end: () => mind.end(),
  },
  {
    name: 'ears',
    get plans() {
      return [speech.earsPlan, hearing.vadPlan];
    },
    start: (signal) => hearing.start(signal),
    end: () => hearing.end(),
  },
  {
    name: 'voice',
    plans: [speech.voicePlan(joe)],
    start: (signal) => speech.startVoice(joe, signal),
    end: () => speech.end(),
  },
  {
    name: 'reading',
    plans: [reading.plan],
    // Loaded for the first photo: most conversations have none.
    start: async () => {},
    end: () => reading.end(),
  },
  {
    name: 'plants',
    plans: [plants.plan],
    // Loaded for the first photo that is to be judged.
    start: async () => {},
    end: () => plants.end(),
  },
]);
mind.onNotReady = (error) => setup.notReady('mind', error);
hearing.onNotReady = (error) => setup.notReady('ears', error);
plants.onNotReady = (error) => setup.notReady('plants', error);
reading.onNotReady = (error) => setup.notReady('reading', error);
speech.onNotReady = (part, error) => setup.notReady(part, error);
speech.onEarsLost = () => setup.lost('ears');
const voices = new Voices({
  voices: new VoicesService(speech, systemVoices, keeper),
  spoken,
  locker,
  setup,
  settings,
});
const minds = new Minds({
  minds: new MindsService(modelsFor('language'), mind, keeper, device, findGraphics),
  locker,
  setup,
  settings,
});
const ears = new Ears({ speech, locker, setup, settings, planFor: earsPlanFor });
const stored = new Stored({
  locker,
  models: allModels,
  inUse: () => [
    ...minds.used,
    ...ears.used,
    ...voices.used,
    hearing.vadPlan.model.id,
    reading.plan.model.id,
    plants.plan.model.id,
  ],
  hasModels: () => !setup.elsewhere,
  onRemoved: async (id) => {
    await minds.look(id);
    if (id === modelVoice(heart).modelId) await voices.open();
  },
});
const shelf = new Shelf(library);
/** Its files need only be here: the parts before it may still be starting. */
const isHere = (name: PartName) =>
  (['stored', 'starting', 'ready'] as const).some((at) => setup.is(name, at));
const readings = new Readings({
  read: async (photo, signal, onProgress) => {
    if (!isHere('reading')) throw new AppError('model-missing', 'no reader is here yet');
    return reading.read(photo, signal, onProgress);
  },
  find: async (id) => (await chat.attachment(id))?.blob,
});
const waitingPhotos = new WaitingPhotos(library);
const pictures = new PicturesService();
const photos = new Photos({
  readings,
  pictures,
  // A mind that is not here yet looks when it is asked.
  look: async (photo) => {
    if (setup.is('mind', 'ready')) await mind.look(photo, new AbortController().signal);
  },
  keep: (photo) => waitingPhotos.keep(photo),
  drop: (id) => waitingPhotos.drop(id),
});
const camera = new CameraState({
  outward,
  open: async (...asked) => (await import('./services/photos/camera')).openCamera(...asked),
  snap: async (view) => (await import('./services/photos/camera')).snap(view),
  measure: (frame, sizePx, signal) => pictures.measure(frame, sizePx, signal),
});
const examine: PlantsService['examine'] = async (...asked) => {
  if (!isHere('plants')) throw new AppError('model-missing', 'no specialist is here yet');
  return plants.examine(...asked);
};
const plantAnswers = new LazyPlantAnswers(async () => {
  const [{ PlantAnswers }, { plants: words }] = await Promise.all([
    import('./services/plants/answers'),
    import('./ui/texts/plants'),
  ]);
  return new PlantAnswers({
    model: plants.plan.model,
    examine,
    find: async (id) => (await chat.attachment(id))?.blob,
    cardsOf: plantCards,
    sentences: words.sentences,
    words: words.answers,
  });
}, texts.message.plantUnfetchedAnswer);
const replies = new ReplyService(mind, spoken, library, countRequests);
// It is said by the voice of the answer.
replies.failureWords = (code, isBroken) =>
  englishFailure(code, {}, isBroken ? 'can-go-on' : 'asked');
/** Not needed for the first screen, and here before any answer. */
async function ownRules(): Promise<OwnRules> {
  const [{ ownRules: rulesOf }, { ownAnswers, spokenCutShort }] = await Promise.all([
    import('./state/own-rules'),
    import('./ui/texts/own-answers'),
  ]);
  replies.cutShortWords = spokenCutShort;
  const compute = async (asked: SumAsked) =>
    (await import('./services/answers/calculator')).compute(asked);
  const isSmall = () => mind.plan.model.tier === 'lite';
  return rulesOf({ ...ownAnswers, compute, isSmall });
}
const own = new OwnAnswers(ownRules);
let answerVoices: AnswerVoices | undefined;
const openAnswerVoices = lazily(async () => {
  const { AnswerVoices } = await import('./state/answer-voices');
  answerVoices = new AnswerVoices({ voices, languagesOf: (id) => minds.model(id)?.languages });
});
const chat: Chat = new Chat({
  replies,
  mind,
  voice: spoken,
  photos,
  readings,
  library,
  shelf,
  settings,
  drafts: new Saver((text: string) => drafts.keep(text)),
  keepWaiting: (waits) => drafts.keepWaiting(waits),
  voiceNow: () => voices.now,
  voiceSoon: () => voices.soon,
  voiceOf: (said) => {
    openAnswerVoices().catch(() => {});
    return answerVoices?.of(said);
  },
  sees: () => minds.sees,
  unseen: texts.photos.unseenAnswers,
  noHour: texts.photos.smallAnswers.clock,
  aloud: texts.reading.aloud,
  own,
  plants: {
    to: async (...asked) => {
      const said = await plantAnswers.to(...asked);
      return said && diagnoses.titled(said);
    },
  },
  hasModels: () => !setup.elsewhere,
});
const diagnoses = new Plants({
  chat,
  examine,
  cardsOf: plantCards,
  modelId: plants.plan.model.id,
  specialistOf: (id) => (id === plants.plan.model.id ? plants.plan.model : null),
  sentences: async () => (await import('./ui/texts/plants')).plants.sentences,
  titleOf: async (id, cards, isLikely) => {
    const [{ plants: words }, { called }] = await Promise.all([
      import('./ui/texts/plants'),
      import('./ui/texts/plant-names'),
    ]);
    return words.title(called(id, cards), isLikely);
  },
});
let journal: Promise<Journal> | undefined;
/** Fetched and read once it is wanted, and again where that failed. */
function openJournal(): Promise<Journal> {
  journal ??= Promise.all([import('./state/journal.svelte'), openKeeper()]).then(
    async ([{ Journal }, keeper]) => {
      const opened = new Journal({ keeper, pictures, cardsOf: plantCards, saveFile });
      await opened.open();
      return opened;
    },
  );
  journal.catch(() => (journal = undefined));
  return journal;
}
/** What is stored was changed in another tab, or by a file that was brought in. */
async function catchUp(): Promise<void> {
  // One that is not open is read when it is opened.
  void journal?.then((opened) => opened.open()).catch(() => {});
  await shelf.open();
  await chat.catchUp();
}
/** What another tab was answering is not being answered any more. */
async function takeOver(): Promise<void> {
  await shelf.open();
  await chat.reopen();
}
const ownData = new OwnData({
  keeper: keptData,
  saveFile,
  onBrought: catchUp,
  onErased: beginAnew,
  reload: () => location.reload(),
  wasErased,
});
/** Fetched before or with the first voice session; what was missing then with a later one. */
async function voiceCompany(here: VoiceCompany | null): Promise<VoiceCompany> {
  const [{ VoiceCommands }, sessionComforts, { commands: words }, viewParts] = await Promise.all([
    import('./state/voice-commands'),
    // They are no reason to be without commands, nor is what is seen meanwhile.
    import('./services/voice/session-comforts').catch(() => null),
    import('./ui/texts/commands'),
    import('./state/live-view-parts').catch(() => null),
    import('./services/voice/session-ahead').then(
      ({ prepareSession }) => prepareSession(() => player.openSpeaker()),
      () => {},
    ),
  ]);
  const specialistId = plants.plan.model.id;
  const mindId = () => mind.plan.model.id;
  const pageLanguage = spokenLanguage();
  const of = { chat, photos, settings, voices, spoken };
  const parts = { ...of, mindId, specialistId, pageLanguage, words };
  const commands = here?.commands ?? new VoiceCommands(parts);
  const { SessionComforts } = sessionComforts ?? {};
  const ofComforts = {
    player,
    hasSounds: () => settings.all.sounds && settings.all.speakAnswers,
    isSpeaking: () => chat.speaking !== null,
    title: texts.title,
    controls: {
      play: () => void commands.resume(),
      pause: () => chat.stop(),
      stop: () => {
        voice.stop();
        chat.stop();
      },
    },
  };
  const comforts = here?.comforts ?? (SessionComforts ? new SessionComforts(ofComforts) : null);
  const { classes: plantClasses } = plants.plan.model;
  const viewOf = { chat, photos, facts: keeper, plantClasses };
  const view = here?.view ?? viewParts?.liveView(viewOf) ?? null;
  return { commands, comforts, view };
}
const voice = new VoiceState(
  chat,
  photos,
  settings,
  () => speech.earsPlan.model.id,
  (conversing, watcher) => openVoiceSession(hearing, speech, spoken, conversing, watcher),
  voiceCompany,
);

// Before the draft is saved for the last time: what was said and is not asked yet waits there.
window.addEventListener('pagehide', () => voice.keepWords(), { capture: true });
window.addEventListener('online', () => void setup.networkCame());
setup.onTaken = (isAsked) => void (isAsked ? takeOver() : catchUp()).catch(() => {});

mount(App, {
  target,
  props: {
    app: {
      chat,
      photos,
      readings,
      camera,
      plants: diagnoses,
      openJournal,
      receipts: async (signal) =>
        (await import('./services/kept/receipts')).newestReceipts(shelf.all, library, signal),
      shelf,
      setup,
      voice,
      voices,
      minds,
      ears,
      stored,
      ownData,
      settings,
      language,
      update,
    },
  },
});

// The first screen need not wait for them, and the first answer finds them here.
const laidOut = layout.fetch();
own.open().catch(() => {});
openAnswerVoices().catch(() => {});
// What another tab still has is waited for a moment, and nothing else waits for that.
const restored = waitingPhotos
  .left()
  .then((left) => photos.restore(left))
  .catch(() => {});
const [draft] = await Promise.all([drafts.last().catch(() => ''), shelf.open().catch(() => {})]);
chat.restoreDraft(draft, draftWaited);
const [newest] = shelf.all;
// The installed app's shortcut asks for an empty page.
const wantsNew = new URLSearchParams(location.search).has('new');
// Asked for once: loaded anew, the page shows what was said since.
if (wantsNew) history.replaceState(null, '', location.pathname);
if (newest && !wantsNew) {
  // So that what was said is laid out when it is first seen; a slow network is not waited for.
  await orAborted(laidOut, AbortSignal.timeout(300)).catch(() => {});
  await chat.open(newest.id).catch(() => {});
}
setup
  .open()
  // Before, the reader was not here yet: photos that waited over a reload have their text read now.
  .then(() => restored)
  .then(() => photos.all.forEach((photo) => readings.begin(photo)))
  .catch((thrown: unknown) => console.error(thrown));
// Without it the app works as long as its server does.
registerServiceWorker({ onUpdateReady: (apply) => update.offer(apply) }).catch((thrown: unknown) =>
  console.warn(thrown),
);
