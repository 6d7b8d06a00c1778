/** The camera, or the screen, that is seen while somebody speaks, in Chinese. */
import type { ViewNotice } from '../../../state/live-view.svelte';

const notices: Readonly<Record<ViewNotice, string>> = {
  'camera-denied':
    '此页面的摄像头已被阻止。你说的话仍能听到。请在地址栏中允许使用摄像头，然后重新开启。',
  'camera-missing':
    '无法打开任何摄像头。你说的话仍能听到。请接上摄像头，或关闭正在使用它的其他程序，然后重新开启。',
  'camera-lost': '摄像头断开了，已关闭。你说的话仍能听到。请接上摄像头，然后重新开启。',
  'screen-denied': '没有共享屏幕。你说的话仍能听到。要就屏幕提问，请选择一个。',
  'screen-missing': '屏幕无法共享。你说的话仍能听到。请重试，或改为共享一个窗口。',
  'screen-lost': '屏幕已不再共享。你说的话仍能听到。',
  'turn-failed': '无法打开另一个摄像头。这个摄像头已重新开启。',
  'was-hidden': '此页面不在视线内时，摄像头已关闭。要展示什么，请重新开启。',
};

export const liveCamera = {
  region: '你说话时 Tansy 看到的画面',
  source: {
    camera: {
      switchOn: '用摄像头展示',
      switchOff: '关闭摄像头',
      off: '关闭',
      opening: '正在打开摄像头。如果浏览器询问，请允许…',
      isOn: '摄像头已开启',
      muted: '摄像头已开启，但设备或其他应用让画面一直是黑的：在此期间什么也看不到。',
    },
    screen: {
      switchOn: '共享屏幕',
      switchOff: '停止共享屏幕',
      off: '停止共享',
      opening: '请选择要共享的内容…',
      isOn: '屏幕正在共享',
      muted: '屏幕正在共享，但浏览器没有显示其中任何内容：请选择另一个窗口。',
    },
  },
  turn: '使用另一个摄像头',
  /** Told once. */
  first: '看到的内容留在这台设备上。只有提问所涉及的那张画面会被保留。',
  notices,
} as const;
