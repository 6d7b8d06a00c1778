/** What each mind is good at, and terms that few expect, in Spanish. */
export const mindNotes = {
  summaries: {
    'tansy-lite':
      'Viene con Tansy y es rápida en cualquier dispositivo. Nombra cosas cotidianas y cultivos comunes en las fotos. Sabe poco y se equivoca a menudo.',
    'smolvlm-256m': 'Dice qué hay en una foto; floja para conversar.',
    'smolvlm-500m': 'Dice qué hay en una foto y lee parte del texto.',
    'lfm2.5-vl-450m': 'Ve bien las fotos para su tamaño. Necesita una tarjeta gráfica.',
    'qwen3.5-0.8b':
      'Ve fotos, lee el texto que hay en ellas, muchos idiomas. Necesita una tarjeta gráfica.',
  },
  licences: {
    'lfm2.5-vl-450m':
      'No es una licencia de código abierto: sin uso comercial por encima de 10 millones de dólares estadounidenses de ingresos.',
  },
} as const;
