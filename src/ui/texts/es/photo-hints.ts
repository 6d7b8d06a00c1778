/** What is said of a photo before it is taken, in Spanish. */
export const photoHints = {
  dark: 'Demasiado oscura: gírate hacia la luz.',
  bright: 'Casi todo blanco: evita el reflejo o acércate.',
  blurred: 'Borrosa: no te muevas, o aléjate un poco.',
  far: 'Se ve pequeño: acércate.',
  good: 'Suficiente luz y nitidez.',
} as const;
