/** What is said of a photo before it is taken, in Portuguese. */
export const photoHints = {
  dark: 'Muito escura: vire-se para a luz.',
  bright: 'Quase tudo branco: saia do reflexo ou chegue mais perto.',
  blurred: 'Desfocada: não se mexa ou afaste-se um pouco.',
  far: 'Pequeno na imagem: chegue mais perto.',
  good: 'Luz e nitidez suficientes.',
} as const;
