/** The composer as a test shows it: with no more of the app's state around it than it asks for. */
import { vi } from 'vitest';
import Composer from '../../../src/ui/chat/Composer.svelte';
import { changeable } from './props.svelte';
import { find, show } from './screen';

export const makeVoice = () =>
  changeable({
    shown: 'idle',
    phase: 'idle',
    active: false,
    handsFree: false,
    level: 0,
    partial: '',
    notice: null as string | null,
    said: '',
    hasKept: false,
    lacking: false,
    view: null as object | null,
    forgetNotice: vi.fn<() => void>(),
    prepare: vi.fn<() => void>(),
    start: vi.fn<(mode: string) => void>(),
    stop: vi.fn<() => void>(),
    release: vi.fn<() => void>(),
    keepWords: vi.fn<() => void>(),
  });

export function compose() {
  const voice = makeVoice();
  const chat = changeable({
    draft: '',
    messages: [],
    unasked: false,
    waits: false,
    answering: false,
    voicing: false,
    speaking: null,
    playing: null,
    sees: false,
    readAhead: () => {},
    stop: () => {},
    conversation: null as object | null,
    unlockSound: () => {},
    send: vi.fn<() => void>(),
  });
  const setup = changeable({
    elsewhere: false,
    mind: 'ready',
    ears: 'starting',
    plants: 'absent',
    is: (name: 'mind' | 'ears' | 'plants', type: string) => setup[name] === type,
    awaited: (...names: ('mind' | 'ears')[]) => {
      const name = names.find((each) => setup[each] !== 'ready');
      return name && { name, phase: { type: setup[name] } };
    },
  });
  const photos = changeable({
    all: [] as object[],
    failures: [],
    failed: 0,
    progress: null as object | null,
    stop: () => {},
  });
  show(Composer, { chat, photos, readings: { of: () => undefined }, setup, voice }, {});
  return { chat, photos, setup, voice };
}
export const hint = () => find('.hint').textContent;
export const photo = { id: 'p', name: 'leaf.jpg', widthPx: 300, heightPx: 400, blob: new Blob() };
