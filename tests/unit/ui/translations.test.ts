/** Each translation says all that the English texts say, of the same things, in other words. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { mostTextLetters } from '../../../src/domain/given/text';
import { languages } from '../../../src/domain/languages';
import { isCondition, isHealthy, knownCrops } from '../../../src/domain/plants/diagnosis';
import { cropName, named } from '../../../src/domain/plants/names';
import { modelFor, modelsFor } from '../../../src/services/models/catalogue';
import { plantCards } from '../../../src/services/plants/cards';
import type { Catalogue } from '../../../src/ui/texts/catalogue';
import { answerTexts, leavingTexts } from '../../../src/ui/texts/answer';
import { commands } from '../../../src/ui/texts/commands';
import { composer } from '../../../src/ui/texts/composer';
import * as de from '../../../src/ui/texts/de';
import * as deLater from '../../../src/ui/texts/de/later';
import * as es from '../../../src/ui/texts/es';
import * as esLater from '../../../src/ui/texts/es/later';
import { failureText, noNetwork } from '../../../src/ui/texts/failures';
import { firstRun } from '../../../src/ui/texts/first-run';
import * as fr from '../../../src/ui/texts/fr';
import * as frLater from '../../../src/ui/texts/fr/later';
import * as hi from '../../../src/ui/texts/hi';
import * as hiLater from '../../../src/ui/texts/hi/later';
import { given } from '../../../src/ui/texts/given';
import { journal } from '../../../src/ui/texts/journal';
import { language } from '../../../src/ui/texts/language';
import { liveCamera } from '../../../src/ui/texts/live-camera';
import { mindNotes } from '../../../src/ui/texts/mind-notes';
import { ears, minds, stored } from '../../../src/ui/texts/models';
import { ownData } from '../../../src/ui/texts/own-data';
import { page } from '../../../src/ui/texts/page';
import { panel } from '../../../src/ui/texts/panel';
import { photoHints } from '../../../src/ui/texts/photo-hints';
import { camera, photoFailureText, photos } from '../../../src/ui/texts/photos';
import { plants } from '../../../src/ui/texts/plants';
import * as pt from '../../../src/ui/texts/pt';
import * as ptLater from '../../../src/ui/texts/pt/later';
import { reading, readingFailureText } from '../../../src/ui/texts/reading';
import { receipt } from '../../../src/ui/texts/receipt';
import { keys, settings } from '../../../src/ui/texts/settings';
import { speedWords } from '../../../src/ui/texts/speed';
import { message, thread, welcome } from '../../../src/ui/texts/thread';
import { voice } from '../../../src/ui/texts/voice';
import * as zh from '../../../src/ui/texts/zh';
import * as zhLater from '../../../src/ui/texts/zh/later';
import { names, saidWith } from '../support/said-with';

const translations = {
  de: { ...de, ...deLater },
  es: { ...es, ...esLater },
  fr: { ...fr, ...frLater },
  hi: { ...hi, ...hiLater },
  pt: { ...pt, ...ptLater },
  zh: { ...zh, ...zhLater },
} satisfies Record<string, Catalogue>;

function without<From extends object, Name extends keyof From>(from: From, ...names: Name[]) {
  const left = Object.entries(from).filter(([name]) => !names.includes(name as Name));
  return Object.fromEntries(left) as unknown as Omit<From, Name>;
}

/** Of plants, English has what is known of each. */
const { classes } = modelFor('plants', 'plants');
const knowledge = await plantCards(classes);
const illnesses = classes.filter((id) => isCondition(id) && !isHealthy(id));

/** What is said as an answer is left out: that is English in all of them. */
const english: Catalogue = {
  answerTexts,
  camera,
  commands: { canSay: commands.canSay },
  composer,
  ears,
  failureText,
  firstRun,
  given: given(),
  journal,
  keys,
  language,
  leavingTexts,
  liveCamera,
  message: without(message, 'plantUnfetchedAnswer'),
  mindNotes,
  minds,
  noNetwork,
  ownData,
  page,
  panel,
  photoFailureText,
  photoHints,
  photos: without(photos, 'unseenAnswers', 'smallAnswers', 'samePlantAsks'),
  plantNames: {
    conditions: Object.fromEntries(illnesses.map((id) => [id, named(id, knowledge).name])),
    crops: Object.fromEntries(knownCrops(classes).map((crop) => [crop, cropName(crop)])),
  },
  plants: without(plants, 'answers', 'sentences'),
  reading: without(reading, 'aloud'),
  readingFailureText,
  receipt,
  settings: without(settings, 'trySentence'),
  speed: speedWords,
  stored,
  thread,
  voice,
  welcome: without(welcome, 'ofPhoto', 'questions'),
};

type Said = (...given: readonly unknown[]) => unknown;
type Leaf = string | number | Said;

/** By their paths, in the order of the alphabet. */
function leaves(texts: object, above = ''): [string, Leaf][] {
  return Object.entries(texts)
    .flatMap(([name, value]: [string, unknown]): [string, Leaf][] => {
      const path = above === '' ? name : `${above}.${name}`;
      const isBranch = typeof value === 'object' && value !== null;
      return isBranch ? leaves(value, path) : [[path, value as Leaf]];
    })
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

/** Each string that it says: of a function, with each of its samples. */
function allSaid(texts: object): [string, string][] {
  return leaves(texts).flatMap(([path, leaf]): [string, string][] => {
    if (typeof leaf !== 'function') return [[path, String(leaf)]];
    return (saidWith[path] ?? []).map((given, at) => {
      const said = leaf(...given);
      return [`${path} (${at})`, typeof said === 'string' ? said : JSON.stringify(said)];
    });
  });
}

const namesIn = (said: string) =>
  names.map((name) => name.toLowerCase()).filter((name) => said.toLowerCase().includes(name));
const figuresIn = (said: string) => said.match(/\d+/g) ?? [];
/** Whether a language is left of it where names, signs and units are not. */
const hasWords = (said: string) =>
  /\p{L}{3}/u.test(
    namesIn(said).reduce((rest, name) => rest.replaceAll(new RegExp(name, 'gi'), ''), said),
  );

/** Tansy’s name, and what is asked of a mind that knows only English. */
const alike = [
  'settings.languages.hi',
  'page.title',
  'thread.tansy',
  'photos.quick.0.1',
  'photos.quick.1.1',
  'photos.quick.2.1',
];
/** Words that are the same in both. */
const alikeIn: Readonly<Record<string, readonly string[]>> = {
  de: [
    'answerTexts.codeLabel (0)',
    'answerTexts.codeLabel (1)',
    'firstRun.pause',
    'journal.name',
    'photos.quick.1.0',
  ],
  fr: [
    'answerTexts.code',
    'answerTexts.codeLabel (0)',
    'answerTexts.codeLabel (1)',
    'firstRun.pause',
    'journal.entry.note',
    'journal.entry.photo',
    'panel.heading',
    'panel.open',
    'photos.alt (0)',
    'plantNames.conditions.blackgram__anthracnose',
    'plants.sources (0)',
    'plants.sources (1)',
  ],
};

const englishSaid = new Map(allSaid(english));

describe('the samples', () => {
  it('are of all texts that are functions, and of no other', () => {
    const functions = leaves(english).filter(([, leaf]) => typeof leaf === 'function');
    expect(Object.keys(saidWith).sort()).toEqual(functions.map(([path]) => path));
  });
});

describe('what is noted of minds', () => {
  it('is in English what the catalogue says', () => {
    const models = modelsFor('language');
    const summaries = models.map(({ id, summary }) => [id, summary]);
    expect(mindNotes.summaries).toEqual(Object.fromEntries(summaries));
    const noted = models.filter(({ licence }) => licence.note !== undefined);
    const licences = noted.map(({ id, licence }) => [id, licence.note]);
    expect(mindNotes.licences).toEqual(Object.fromEntries(licences));
  });
});

describe('languages', () => {
  it('are translated but for English', () => {
    expect(['en', ...Object.keys(translations)].sort()).toEqual([...languages].sort());
  });
});

describe.each(Object.entries(translations))('the translation %s', (tag, texts) => {
  const said = allSaid(texts);

  it('has each text of the English ones and no other, of as many parameters', () => {
    const formsOf = (texts: object) =>
      leaves(texts).map(([path, leaf]) => [
        path,
        typeof leaf === 'function' ? leaf.length : typeof leaf,
      ]);
    expect(formsOf(texts)).toEqual(formsOf(english));
  });

  it('is empty nowhere where English is not', () => {
    const empty = said.filter(([path, text]) => text.trim() === '' && englishSaid.get(path));
    expect(empty).toEqual([]);
  });

  it('is English nowhere', () => {
    const same = said.filter(
      ([path, text]) =>
        text === englishSaid.get(path) &&
        hasWords(text) &&
        ![...alike, ...(alikeIn[tag] ?? [])].includes(path),
    );
    expect(same).toEqual([]);
  });

  it('shows each name that English shows', () => {
    const missing = said.flatMap(([path, text]) => {
      // What is itself a name.
      if (path.startsWith('plantNames.')) return [];
      const own = namesIn(text);
      return namesIn(englishSaid.get(path) ?? '')
        .filter((name) => !own.includes(name))
        .map((name) => [path, name]);
    });
    expect(missing).toEqual([]);
  });

  it('has each figure that English has', () => {
    const missing = said.flatMap(([path, text]) =>
      // Where 57 millions are 5700 times ten thousand, it is still seen.
      figuresIn(englishSaid.get(path) ?? '')
        .filter((figure) => !text.includes(figure))
        .map((figure) => [path, figure]),
    );
    expect(missing).toEqual([]);
  });
});

describe('a page that speaks another language', () => {
  afterEach(() => vi.resetModules());

  it('says each of its texts, and answers in English', async () => {
    vi.resetModules();
    const { speak } = await import('../../../src/ui/texts/translation');
    speak('de', de);
    const pages = await Promise.all([
      import('../../../src/ui/texts/answer'),
      import('../../../src/ui/texts/commands'),
      import('../../../src/ui/texts/composer'),
      import('../../../src/ui/texts/failures'),
      import('../../../src/ui/texts/first-run'),
      import('../../../src/ui/texts/journal'),
      import('../../../src/ui/texts/language'),
      import('../../../src/ui/texts/live-camera'),
      import('../../../src/ui/texts/mind-notes'),
      import('../../../src/ui/texts/models'),
      import('../../../src/ui/texts/own-data'),
      import('../../../src/ui/texts/page'),
      import('../../../src/ui/texts/panel'),
      import('../../../src/ui/texts/photo-hints'),
      import('../../../src/ui/texts/photos'),
      import('../../../src/ui/texts/plant-names'),
      import('../../../src/ui/texts/plants'),
      import('../../../src/ui/texts/reading'),
      import('../../../src/ui/texts/receipt'),
      import('../../../src/ui/texts/settings'),
      import('../../../src/ui/texts/speed'),
      import('../../../src/ui/texts/thread'),
      import('../../../src/ui/texts/voice'),
    ]);
    const spoken = Object.assign({}, ...pages) as Record<string, object>;
    for (const [area, texts] of Object.entries(de)) {
      if (typeof texts === 'function') expect(spoken[area], area).toBe(texts);
      else expect(spoken[area], area).toMatchObject(texts);
    }
    expect(spoken.plants).toMatchObject({ sentences: { nearer: plants.sentences.nearer } });
    expect(spoken.photos).toMatchObject({ unseenAnswers: photos.unseenAnswers });
    expect(spoken.commands).toMatchObject({ stopped: commands.stopped });
  });

  it('writes figures as that language does', async () => {
    vi.resetModules();
    const { speak } = await import('../../../src/ui/texts/translation');
    const figures = await import('../../../src/ui/texts/figures');
    // Also where its translation was there first, as it is.
    speak('de', de);
    expect(figures.seconds(1500)).toBe('1,5');
    expect(figures.whole.format(12345)).toBe('12.345');
  });
});

it('the refusal of a file says in each language how long a text may be', () => {
  const refused = { code: 'bad-input', reason: 'not-an-image', name: 'long.txt' } as const;
  const said = { ...translations, en: { photoFailureText } };
  for (const [language, { photoFailureText: sentence }] of Object.entries(said)) {
    const most = new Intl.NumberFormat(language).format(mostTextLetters);
    expect(sentence(refused), language).toContain(most);
  }
});
