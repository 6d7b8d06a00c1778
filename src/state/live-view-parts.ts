/** What is seen while somebody speaks, built of its parts. Fetched with the first voice session, as all of them are. */
import { hasImages } from '../domain/conversations/conversation';
import { restsOnView } from '../domain/questions/rests-on-view';
import { FrameRing } from '../services/photos/frame-ring';
import { framesOf } from '../services/photos/frames';
import type { SettingsKeeper } from '../services/kept/library';
import { canShareScreen, openView, watchPage } from '../services/photos/live-view';
import type { Chat } from './chat.svelte';
import { LiveView } from './live-view.svelte';
import type { Photos } from './photos.svelte';
import { QuestionFrames } from './question-frames';

export interface LiveViewOf {
  readonly chat: Pick<Chat, 'messages'>;
  readonly photos: Photos;
  readonly facts: Pick<SettingsKeeper, 'fact' | 'setFact'>;
  readonly plantClasses: readonly string[];
}

const toldFact = 'told-of-live-pictures';

export function liveView({ chat, photos, facts, plantClasses }: LiveViewOf): LiveView {
  const ring = new FrameRing(framesOf(() => view.eye));
  const isAfterPhoto = () => {
    const last = chat.messages.findLast(({ role }) => role === 'user');
    return last !== undefined && hasImages(last);
  };
  const view: LiveView = new LiveView({
    open: openView,
    canShareScreen: canShareScreen(),
    ring,
    frames: (seen) =>
      new QuestionFrames({
        photos,
        isSeeing: () => seen.isSeeing,
        asks: (words, isAfter) =>
          restsOnView(words, { isAfterPhoto: isAfter ?? isAfterPhoto(), plantClasses }),
        take: (atMs) => ring.take(atMs),
      }),
    watchPage,
    wasTold: async () => (await facts.fact(toldFact)) === true,
    noteTold: () => facts.setFact(toldFact, true),
  });
  return view;
}
