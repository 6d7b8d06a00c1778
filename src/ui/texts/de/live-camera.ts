/** The camera, or the screen, that is seen while somebody speaks, in German. */
import type { ViewNotice } from '../../../state/live-view.svelte';

const notices: Readonly<Record<ViewNotice, string>> = {
  'camera-denied':
    'Die Kamera ist für diese Seite gesperrt. Sie werden weiterhin gehört. Erlauben Sie die Kamera in der Adressleiste, und schalten Sie sie wieder ein.',
  'camera-missing':
    'Es ließ sich keine Kamera öffnen. Sie werden weiterhin gehört. Schließen Sie eine an, oder beenden Sie, was sie sonst verwendet, und schalten Sie sie wieder ein.',
  'camera-lost':
    'Die Kamera war nicht mehr da und ist aus. Sie werden weiterhin gehört. Schließen Sie sie an, und schalten Sie sie wieder ein.',
  'screen-denied':
    'Es wird kein Bildschirm geteilt. Sie werden weiterhin gehört. Wählen Sie einen, um dazu zu fragen.',
  'screen-missing':
    'Der Bildschirm konnte nicht geteilt werden. Sie werden weiterhin gehört. Versuchen Sie es erneut, oder teilen Sie stattdessen ein Fenster.',
  'screen-lost': 'Der Bildschirm wird nicht mehr geteilt. Sie werden weiterhin gehört.',
  'turn-failed': 'Die andere Kamera ließ sich nicht öffnen. Diese ist wieder an.',
  'was-hidden':
    'Die Kamera wurde ausgeschaltet, während diese Seite nicht zu sehen war. Schalten Sie sie wieder ein, um etwas zu zeigen.',
};

export const liveCamera = {
  region: 'Was Tansy sieht, während Sie sprechen',
  source: {
    camera: {
      switchOn: 'Mit der Kamera zeigen',
      switchOff: 'Kamera ausschalten',
      off: 'Ausschalten',
      opening: 'Die Kamera wird geöffnet. Erlauben Sie es, wenn der Browser fragt\u00a0…',
      isOn: 'Kamera ist an',
      muted:
        'Die Kamera ist an, und das Gerät oder eine andere App hält sie dunkel: Es ist nichts zu sehen, bis das endet.',
    },
    screen: {
      switchOn: 'Bildschirm teilen',
      switchOff: 'Bildschirm nicht mehr teilen',
      off: 'Nicht mehr teilen',
      opening: 'Wählen Sie, was geteilt wird\u00a0…',
      isOn: 'Bildschirm wird geteilt',
      muted:
        'Der Bildschirm wird geteilt, und der Browser zeigt nichts davon: Wählen Sie ein anderes Fenster.',
    },
  },
  turn: 'Andere Kamera verwenden',
  /** Told once. */
  first:
    'Was zu sehen ist, bleibt auf diesem Gerät. Nur das Bild, um das es in einer Frage geht, wird behalten.',
  notices,
} as const;
