/** The language of the interface, in Spanish. */
export const language = {
  heading: 'Idioma (Language)',
  automatic: (name: string) => `El del navegador: ${name}`,
  use: (name: string) => `Usar ${name}`,
  loadsAnew: 'Otro idioma vuelve a cargar la página. Lo que has escrito se conserva.',
  afterAnswer:
    'La página se cargará de nuevo cuando termine la respuesta que se está escribiendo o diciendo.',
  notKept:
    'Este navegador no guarda nada para Tansy, así que no se puede recordar otro idioma. No ha cambiado nada: elígelo en el navegador.',
  onlyEnglish: 'Por ahora, Tansy solo entiende el inglés y responde en inglés.',
  minds: (name: string) => `Mentes que saben ${name.toLowerCase()}`,
} as const;
