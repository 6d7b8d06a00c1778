/** What each mind is good at, and terms that few expect, in French. */
export const mindNotes = {
  summaries: {
    'tansy-lite':
      'Livré avec Tansy et rapide sur tout appareil. Nomme les choses de tous les jours et les cultures courantes sur les photos. Sait peu de choses et se trompe souvent.',
    'smolvlm-256m': 'Dit ce qu’il y a sur une photo\u00a0; faible en conversation.',
    'smolvlm-500m': 'Dit ce qu’il y a sur une photo et y lit un peu de texte.',
    'lfm2.5-vl-450m': 'Voit bien les photos pour sa taille. Demande une carte graphique.',
    'qwen3.5-0.8b':
      'Voit les photos, y lit le texte, connaît beaucoup de langues. Demande une carte graphique.',
  },
  licences: {
    'lfm2.5-vl-450m':
      'Pas une licence open source\u00a0: pas d’usage commercial au-delà de 10\u00a0millions de dollars américains de revenus.',
  },
} as const;
