/** What was asked and answered, in French. */
import { whole } from './figures';

export const welcome = {
  label: 'Ce que l’on peut faire ici',
  speak: 'Parler',
  speakHow: 'Tenez le bouton jaune, ou touchez-le pour parler en mode mains libres.',
  show: 'Montrer',
  showHow:
    'Ajoutez une photo et demandez ce que c’est, ce qui y est écrit, ou de quoi souffre une plante.',
  type: 'Écrire',
  typeHow: 'Écrivez une question, avec un texte d’où tirer la réponse.',
  examples: 'Exemples',
  ofPhotoShown: 'De quoi souffre cette plante\u202f?',
  questionsShown: [
    'Comment les plantes boivent-elles\u202f?',
    'Écris un court poème sur la pluie.',
  ],
} as const;

export const message = {
  journalUnread:
    'Le journal des plantes n’a pas pu être ouvert. Ce diagnostic est conservé avec sa conversation.',
  plantUnfetched:
    'Ce que l’on sait de cette plante n’a pas pu être lu. Rechargez cet onglet pour réessayer.',
  copy: 'Copier',
  copied: 'Copié',
  notCopied: 'La copie n’a pas été possible\u00a0: sélectionnez les mots et copiez-les à la main.',
  retry: 'Redemander',
  edit: 'Modifier',
  remove: 'Supprimer',
  removed: (showsOther: boolean) =>
    `La question et ce qui a été dit ensuite sont supprimés.${
      showsOther ? ' Une autre version de cette question est affichée.' : ''
    }`,
  editLabel: 'Votre question, formulée autrement',
  askThis: 'Demander ceci',
  cancel: 'Annuler',
  replay: 'Redire',
  hearQuestion: 'Écouter ce qui a été dit',
  stopRecording: 'Arrêter l’écoute',
  previous: 'Version antérieure',
  next: 'Version ultérieure',
  version: (at: number, of: number) => `${at} sur ${of}`,
} as const;

export const thread = {
  you: 'vous',
  spoken: 'vous, de vive voix',
  tansy: 'tansy',
  thinking: 'Réfléchit…',
  readSoFar: (share: number) => `Lecture de la conversation… ${Math.floor(100 * share)}\u00a0%`,
  interrupted: 'Arrêté. Ce qui a été écrit est conservé.',
  interruptedHeard: 'Arrêté. Seul ce qui a été entendu est conservé.',
  interruptedWhole:
    'Arrêté après une phrase entière, qui était peut-être la dernière. Ce qui a été écrit est conservé.',
  interruptedAtEnd: 'Arrêté. Il ne restait rien à dire.',
  interruptedEmpty: 'Arrêté. Rien n’était encore écrit.',
  erased:
    'Tout est effacé\u00a0: vos conversations, photos, enregistrements, le journal des plantes et vos réglages n’existent plus. Les modèles téléchargés sont toujours là.',
  notKept: {
    nowhere:
      'Ce navigateur ne garde rien pour l’application\u00a0: la conversation disparaît avec cet onglet.',
    blocked:
      'Un autre onglet de Tansy semble retenir vos conversations. Elles sont en sécurité, mais ne sont pas affichées ici, et ce qui est dit ici disparaît avec cet onglet. Fermez les autres onglets de Tansy et rechargez celui-ci.',
  },
  oneThread:
    'Les réponses sont plus lentes\u00a0: le navigateur ne donne à cette page qu’un cœur du processeur. Recharger la page y remédie souvent.',
  newest: 'Au plus récent',
  earlier: (next: number, all: number) => {
    if (next < all)
      return `Montrer ${whole.format(next)} des ${whole.format(all)} messages précédents`;
    return next < 2
      ? 'Montrer 1 message précédent'
      : `Montrer ${whole.format(next)} messages précédents`;
  },

  spokenSoon: 'La réponse est dite dès que la voix a démarré.',
  unlaid:
    'Les réponses sont affichées telles qu’elles ont été écrites\u00a0: la partie de Tansy qui les met en forme n’a pas pu être téléchargée.',
  layAgain: 'Réessayer',
  notAllSpoken: 'Tout n’a pas pu être dit. «\u202fRedire\u202f» essaie de nouveau.',
  fromMemory:
    'De la mémoire d’un petit modèle de langage, qui se trompe souvent\u00a0: vérifiez ce qui compte.',
  mindsThatKnowMore: 'Modèles qui en savent plus',
  cutShort: 'Coupé\u00a0: la réponse avait atteint sa longueur maximale.',
  sameAgain: 'Le résultat est le même qu’avant.',
  goOn: 'Continuer',
  nothingAdded: 'Il n’y avait rien à ajouter\u00a0: la réponse était déjà terminée.',
  noRoom: 'Le modèle de langage n’a plus de place pour la suite.',
} as const;
