/** The conversations, in French. */
export const panel = {
  open: 'Conversations',
  close: 'Fermer',
  heading: 'Conversations',
  newOne: 'Nouvelle conversation',
  journal: 'Journal des plantes',
  find: 'Chercher par titre',
  none: 'Rien ici pour l’instant.',
  noneFound: 'Aucun titre ne contient ces mots.',
  rename: (title: string) => `Renommer ${title}`,
  remove: (title: string) => `Supprimer ${title}`,
  name: 'Nom de la conversation',
  save: 'Enregistrer',
  cancel: 'Annuler',
  // Of a conversation or of a plant: both are feminine.
  removed: (title: string) => `«\u202f${title}\u202f» supprimée.`,
  undo: 'Rétablir',
  notUndone:
    'Le rétablissement n’a pas encore été possible. Tout est gardé jusqu’à la fermeture de cet onglet\u00a0: libérez de la place et réessayez.',
} as const;
