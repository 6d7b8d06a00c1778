/** The camera, or the screen, that is seen while somebody speaks, in Spanish. */
import type { ViewNotice } from '../../../state/live-view.svelte';

const notices: Readonly<Record<ViewNotice, string>> = {
  'camera-denied':
    'La cámara está bloqueada para esta página. Se te sigue oyendo. Permítela en la barra de direcciones y enciéndela de nuevo.',
  'camera-missing':
    'No se pudo abrir ninguna cámara. Se te sigue oyendo. Conecta una, o cierra lo que la esté usando, y enciéndela de nuevo.',
  'camera-lost':
    'La cámara dejó de estar disponible y está apagada. Se te sigue oyendo. Conéctala y enciéndela de nuevo.',
  'screen-denied':
    'No se comparte ninguna pantalla. Se te sigue oyendo. Elige una para preguntar por ella.',
  'screen-missing':
    'No se pudo compartir la pantalla. Se te sigue oyendo. Inténtalo de nuevo, o comparte una ventana en su lugar.',
  'screen-lost': 'La pantalla ya no se comparte. Se te sigue oyendo.',
  'turn-failed': 'No se pudo abrir la otra cámara. Esta está encendida de nuevo.',
  'was-hidden':
    'La cámara se apagó mientras esta página no estaba a la vista. Enciéndela de nuevo para mostrar algo.',
};

export const liveCamera = {
  region: 'Lo que Tansy ve mientras hablas',
  source: {
    camera: {
      switchOn: 'Mostrar con la cámara',
      switchOff: 'Apagar la cámara',
      off: 'Apagar',
      opening: 'Abriendo la cámara. Permítela si el navegador lo pide…',
      isOn: 'La cámara está encendida',
      muted:
        'La cámara está encendida, y el dispositivo u otra aplicación la mantiene a oscuras: no se ve nada hasta que eso termine.',
    },
    screen: {
      switchOn: 'Compartir la pantalla',
      switchOff: 'Dejar de compartir la pantalla',
      off: 'Dejar de compartir',
      opening: 'Elige qué compartir…',
      isOn: 'La pantalla se está compartiendo',
      muted:
        'La pantalla se está compartiendo, y el navegador no muestra nada de ella: elige otra ventana.',
    },
  },
  turn: 'Usar la otra cámara',
  /** Told once. */
  first:
    'Lo que se ve se queda en este dispositivo. Solo se conserva la imagen de la que trata una pregunta.',
  notices,
} as const;
