/** Talking, in French. The commands by voice are understood in English only. */
export const voice = {
  talk: 'Tenir pour parler, toucher pour le mode mains libres',
  stop: 'Arrêter',
  notYet: 'L’écoute n’est pas encore là',
  phase: {
    idle: 'prêt',
    opening: 'ouverture',
    listening: 'écoute',
    transcribing: 'transcrit',
    thinking: 'réfléchit',
    voicing: 'va parler',
    speaking: 'parle',
    muted: 'voix coupée',
  },
  handsFree:
    'Faites une pause pour envoyer, parlez pour interrompre. Dites\u00a0: stop, repeat, slower… Les réglages les listent toutes.',
  holding: 'Relâchez pour envoyer. Glissez à l’écart pour annuler.',
  holdingWithKeys: 'Relâchez pour envoyer. Glissez à l’écart ou appuyez sur Esc pour annuler.',
  letGoToCancel: 'Relâchez pour annuler.',
  mute: 'Couper la voix',
  unmute: 'Dire les réponses',
  nothingHeard:
    'Aucun mot n’a été entendu. Tenez le bouton pendant que vous parlez, ou rapprochez-vous.',
  notKept:
    'La partie qui écoute s’est bloquée et redémarre. Ce qui a été dit en dernier n’a pas été entendu\u00a0: redites-le.',
  microphoneMuted:
    'L’appareil ou le navigateur a coupé le micro\u00a0: rétablissez-le là, et l’on vous entend de nouveau.',
  lacking:
    'Une partie de la conversation orale n’a pas pu être téléchargée\u00a0: les commandes sont prises pour des questions, et un bruit peut mettre fin à une réponse. Parlez de nouveau plus tard, ou rechargez cet onglet.',
  speakNow: 'Parlez maintenant…',
  writingDown: 'J’écris ce que vous avez dit…',
} as const;
