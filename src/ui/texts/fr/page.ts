/** What the page says around the conversation, in French. */
export const page = {
  title: 'Tansy',
  skip: 'Aller à la question',
  openSettings: 'Réglages',

  chip: {
    onDevice: 'sur cet appareil',
    offline: 'hors ligne\u00a0: tout ce qui est là marche',
    fetching: 'téléchargement',
    none: 'rien n’est encore téléchargé',
    starting: 'démarrage',
    part: 'pas encore tout prêt',
    elsewhere: 'ouvert dans un autre onglet',
    oneThread: 'plus lent ici',
  },
  update: 'Nouvelle version\u00a0: recharger',
  stale: {
    superseded:
      'Une version plus récente de Tansy est ouverte dans un autre onglet. Ce qui a été dit jusqu’ici est conservé\u202f; ce qui sera dit ici désormais ne l’est pas. Rechargez cet onglet.',
    lost: 'Le navigateur a fermé le stockage de cet onglet. Ce qui sera dit ici désormais n’est pas conservé. Rechargez cet onglet.',
  },
  reload: 'Recharger',
  unfetched:
    'Cette partie de Tansy n’a pas pu être téléchargée. Ce qui a été dit et écrit est conservé. Une fois le serveur joignable, réessayez ou rechargez cet onglet.',
  close: 'Fermer',
} as const;
