/** What is said of a photo before it is taken, in French. */
export const photoHints = {
  dark: 'Trop sombre\u00a0: tournez-vous vers la lumière.',
  bright: 'Presque tout est blanc\u00a0: évitez l’éblouissement, ou approchez-vous.',
  blurred: 'Flou\u00a0: ne bougez plus, ou reculez un peu.',
  far: 'Petit dans l’image\u00a0: approchez-vous.',
  good: 'Assez lumineux et assez net.',
} as const;
