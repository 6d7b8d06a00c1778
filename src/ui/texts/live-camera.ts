/** The camera, or the screen, that is seen while somebody speaks. */
import type { ViewNotice } from '../../state/live-view.svelte';
import { translated } from './translation';

const notices: Readonly<Record<ViewNotice, string>> = {
  'camera-denied':
    'The camera is blocked for this page. You are still heard. Allow it in the address bar, and switch it on again.',
  'camera-missing':
    'No camera could be opened. You are still heard. Plug one in, or close what else uses it, and switch it on again.',
  'camera-lost':
    'The camera went away and is off. You are still heard. Plug it in, and switch it on again.',
  'screen-denied': 'No screen is shared. You are still heard. Choose one, to ask about it.',
  'screen-missing':
    'The screen could not be shared. You are still heard. Try again, or share a window instead.',
  'screen-lost': 'The screen is no longer shared. You are still heard.',
  'turn-failed': 'The other camera could not be opened. This one is on again.',
  'was-hidden':
    'The camera was switched off while this page was out of sight. Switch it on again to show something.',
};

export const liveCamera = translated('liveCamera', {
  region: 'What Tansy sees while you speak',
  source: {
    camera: {
      switchOn: 'Show with the camera',
      switchOff: 'Switch off the camera',
      off: 'Switch off',
      opening: 'Opening the camera. Allow it if the browser asks …',
      isOn: 'Camera is on',
      muted:
        'Camera is on, and the device or another app keeps it dark: nothing is seen until that ends.',
    },
    screen: {
      switchOn: 'Share the screen',
      switchOff: 'Stop sharing the screen',
      off: 'Stop sharing',
      opening: 'Choose what to share …',
      isOn: 'Screen is shared',
      muted: 'Screen is shared, and the browser shows nothing of it: choose another window.',
    },
  },
  turn: 'Use the other camera',
  /** Told once. */
  first: 'What is seen stays on this device. Only the picture that a question is about is kept.',
  notices,
});
