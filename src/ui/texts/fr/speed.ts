/** How fast answers come, over the last ones and in one of them, in French. `ui/speed/told.ts` puts the figures in. */
import { leastTurns } from '../../../domain/conversations/receipt-summary';
import { roughly, whole } from '../figures';

export const speed = {
  heading: 'La rapidité de Tansy ici',
  close: 'Fermer',
  inSeconds: (figure: string) => `${figure}\u00a0s`,
  // Below two, French has the singular.
  aboutWords: (count: number) => `environ ${roughly(count)} ${count < 1.95 ? 'mot' : 'mots'}`,
  deviceVoice: 'la voix de l’appareil',
  byDeviceVoice: 'la voix de l’appareil',
  devices: { wasm: 'le processeur', webgpu: 'la carte graphique' },
  onDevices: { wasm: 'sur le processeur', webgpu: 'sur la carte graphique' },
  onDevice: (device: string) => `sur ${device}`,
  nothingSent: 'aucune\u00a0: rien n’a été envoyé',
  facts: {
    heardAfter: 'De votre dernier mot au premier son',
    transcript: 'Ce que vous avez dit, transcrit après',
    firstWord: 'Premier mot après',
    firstSentence: 'Première phrase après',
    firstSound: 'Premier son après',
    read: 'Lu pour cela',
    known: 'Connu d’avant',
    written: 'Écrit',
    writtenInSecond: 'Écrit en une seconde',
    heardBy: 'Entendu par',
    writtenBy: 'Écrit par',
    computedBy: 'Calculé par',
    spokenBy: 'Dit par',
    requests: 'Requêtes à un serveur, quel qu’il soit, pendant ce temps',
  },
  counted: (time: string) =>
    `«\u202fAprès\u202f» compte à partir du moment où il était clair que vous aviez fini\u00a0: ${time} après votre dernier mot.`,
  tooFew: `Rien à dire encore\u00a0: il faut ${leastTurns} réponses d’un même modèle de langage.`,
  reading: 'Lecture de ce que les dernières réponses ont demandé…',
  lookedIn: (conversations: number) =>
    `Seules les ${whole.format(conversations)} conversations les plus récentes ont été consultées.`,
  unread: 'Tout n’a pas pu être lu. Fermez ceci et rouvrez-le.',
  made: (turns: number, mind: string, on: string) =>
    `Les ${turns} dernières réponses, écrites par ${mind} ${on}`,
  heardBy: (names: string) => `questions entendues par ${names}`,
  spokenBy: (names: string) => `réponses dites par ${names}`,
  between: ', ',
  sentence: (parts: readonly string[]) => `${parts.join(', ')}.`,
  leftOut: (count: number) =>
    `Laissé de côté\u00a0: ${count === 1 ? 'une réponse' : `${count} réponses`} d’un autre modèle de langage ou d’un autre appareil.`,
  columns: ['', 'La moitié en', '9 sur 10 en', 'Réponses'],
  stages: {
    decisionMs: 'Clair que vous aviez fini',
    transcriptMs: 'Ce que vous avez dit, transcrit',
    firstTokenMs: 'Premier mot',
    firstSentenceMs: 'Première phrase',
    firstAudioMs: 'Premier son',
  },
  rowInLine: (stage: string, half: string, most: string, turns: string) =>
    `${stage}\u00a0: la moitié en ${half}, 9 sur 10 en ${most} (${turns} réponses)`,
  from: 'Les temps comptent à partir du moment où il était clair que vous aviez fini, ou de l’appui sur Envoyer\u202f; le premier, à partir de votre dernier mot.',
  unlike:
    'Chaque ligne porte sur les réponses où elle a été mesurée\u00a0: ce qui a été tapé, ou n’a pas été dit à voix haute, manque dans certaines. Ne comparez que des lignes d’autant de réponses.',
  rate: (words: string) =>
    `La moitié d’entre elles s’écrivent à ce rythme, ou plus vite\u00a0: ${words} par seconde.`,
  middleHeading: 'Une réponse dite',
  middle: (time: string, turns: number) =>
    `${time} de votre dernier mot au premier son\u00a0: celle du milieu parmi ${turns} réponses dites.`,
  spans: {
    deciding: 'Attente, au cas où vous continueriez',
    'writing-down': 'Transcription de ce que vous avez dit',
    thinking: 'Lecture, jusqu’au premier mot',
    writing: 'Écriture de la première phrase',
    voicing: 'Création de son premier son',
  },
  spanInLine: (span: string, time: string) => `${span}\u00a0: ${time}`,
  brought: 'Les réponses d’un fichier importé comptent aussi, où qu’elles aient été faites.',
  copy: 'Copier en texte',
  copied: 'Copié',
  notCopied: 'La copie n’a pas été possible\u00a0: le navigateur ne l’a pas permise.',
} as const;
