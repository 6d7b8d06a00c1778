/** The camera, or the screen, that is seen while somebody speaks, in Brazilian Portuguese. */
import type { ViewNotice } from '../../../state/live-view.svelte';

const notices: Readonly<Record<ViewNotice, string>> = {
  'camera-denied':
    'A câmera está bloqueada para esta página. Sua voz continua sendo ouvida. Permita a câmera na barra de endereço e ligue-a de novo.',
  'camera-missing':
    'Não foi possível abrir nenhuma câmera. Sua voz continua sendo ouvida. Conecte uma, ou feche o que a estiver usando, e ligue-a de novo.',
  'camera-lost':
    'A câmera deixou de estar disponível e está desligada. Sua voz continua sendo ouvida. Conecte-a e ligue-a de novo.',
  'screen-denied':
    'Nenhuma tela está sendo compartilhada. Sua voz continua sendo ouvida. Escolha uma para perguntar sobre ela.',
  'screen-missing':
    'Não foi possível compartilhar a tela. Sua voz continua sendo ouvida. Tente de novo, ou compartilhe uma janela em vez dela.',
  'screen-lost': 'A tela não está mais sendo compartilhada. Sua voz continua sendo ouvida.',
  'turn-failed': 'Não foi possível abrir a outra câmera. Esta está ligada de novo.',
  'was-hidden':
    'A câmera foi desligada enquanto esta página estava fora de vista. Ligue-a de novo para mostrar algo.',
};

export const liveCamera = {
  region: 'O que o Tansy vê enquanto você fala',
  source: {
    camera: {
      switchOn: 'Mostrar com a câmera',
      switchOff: 'Desligar a câmera',
      off: 'Desligar',
      opening: 'Abrindo a câmera. Permita se o navegador perguntar…',
      isOn: 'A câmera está ligada',
      muted:
        'A câmera está ligada, e o dispositivo ou outro aplicativo a mantém escura: nada é visto até que isso termine.',
    },
    screen: {
      switchOn: 'Compartilhar a tela',
      switchOff: 'Parar de compartilhar a tela',
      off: 'Parar de compartilhar',
      opening: 'Escolha o que compartilhar…',
      isOn: 'A tela está sendo compartilhada',
      muted:
        'A tela está sendo compartilhada, e o navegador não mostra nada dela: escolha outra janela.',
    },
  },
  turn: 'Usar a outra câmera',
  /** Told once. */
  first: 'O que é visto fica neste dispositivo. Só é guardada a imagem de que trata uma pergunta.',
  notices,
} as const;
