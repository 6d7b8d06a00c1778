/** The language of the interface, in French. */
export const language = {
  heading: 'Langue (Language)',
  automatic: (name: string) => `Celle du navigateur\u00a0: ${name}`,
  use: (name: string) => `Utiliser\u00a0: ${name}`,
  loadsAnew: 'Une autre langue recharge la page. Ce que vous avez écrit reste.',
  afterAnswer: 'La page se rechargera dès que la réponse en cours, écrite ou dite, sera terminée.',
  notKept:
    'Ce navigateur ne garde rien pour Tansy et ne peut donc pas retenir une autre langue. Rien n’a changé\u00a0: réglez-la dans le navigateur.',
  onlyEnglish: 'Pour l’instant, Tansy ne comprend que l’anglais et ne répond qu’en anglais.',
  minds: (name: string) => `Modèles qui connaissent le ${name.toLowerCase()}`,
} as const;
