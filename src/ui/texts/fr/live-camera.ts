/** The camera, or the screen, that is seen while somebody speaks, in French. */
import type { ViewNotice } from '../../../state/live-view.svelte';

const notices: Readonly<Record<ViewNotice, string>> = {
  'camera-denied':
    'La caméra est bloquée pour cette page. On vous entend toujours. Autorisez-la dans la barre d’adresse, et rallumez-la.',
  'camera-missing':
    'Aucune caméra n’a pu être ouverte. On vous entend toujours. Branchez-en une, ou fermez ce qui l’utilise, et rallumez-la.',
  'camera-lost':
    'La caméra n’est plus là et est éteinte. On vous entend toujours. Branchez-la, et rallumez-la.',
  'screen-denied':
    'Aucun écran n’est partagé. On vous entend toujours. Choisissez-en un pour poser une question à son sujet.',
  'screen-missing':
    'L’écran n’a pas pu être partagé. On vous entend toujours. Réessayez, ou partagez plutôt une fenêtre.',
  'screen-lost': 'L’écran n’est plus partagé. On vous entend toujours.',
  'turn-failed': 'L’autre caméra n’a pas pu être ouverte. Celle-ci est de nouveau allumée.',
  'was-hidden':
    'La caméra a été éteinte pendant que cette page n’était pas visible. Rallumez-la pour montrer quelque chose.',
};

export const liveCamera = {
  region: 'Ce que Tansy voit pendant que vous parlez',
  source: {
    camera: {
      switchOn: 'Montrer avec la caméra',
      switchOff: 'Éteindre la caméra',
      off: 'Éteindre',
      opening: 'Ouverture de la caméra. Donnez l’autorisation si le navigateur la demande…',
      isOn: 'La caméra est allumée',
      muted:
        'La caméra est allumée, et l’appareil ou une autre application la garde dans le noir\u00a0: rien n’est vu tant que cela dure.',
    },
    screen: {
      switchOn: 'Partager l’écran',
      switchOff: 'Ne plus partager l’écran',
      off: 'Ne plus partager',
      opening: 'Choisissez ce que vous partagez…',
      isOn: 'L’écran est partagé',
      muted:
        'L’écran est partagé, et le navigateur n’en montre rien\u00a0: choisissez une autre fenêtre.',
    },
  },
  turn: 'Utiliser l’autre caméra',
  /** Told once. */
  first:
    'Ce qui est vu reste sur cet appareil. Seule l’image sur laquelle porte une question est conservée.',
  notices,
} as const;
