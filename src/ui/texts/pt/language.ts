/** The language of the interface, in Brazilian Portuguese. */
export const language = {
  heading: 'Idioma (Language)',
  automatic: (name: string) => `O do navegador: ${name}`,
  use: (name: string) => `Usar ${name}`,
  loadsAnew: 'Outro idioma recarrega a página. O que você escreveu continua aqui.',
  afterAnswer:
    'A página será recarregada quando terminar a resposta que está sendo escrita ou falada.',
  notKept:
    'Este navegador não guarda nada para o Tansy e por isso não lembra outro idioma. Nada mudou: escolha o idioma no navegador.',
  onlyEnglish: 'Por enquanto, o Tansy só entende inglês e só responde em inglês.',
  minds: (name: string) => `Mentes que sabem ${name.toLowerCase()}`,
} as const;
