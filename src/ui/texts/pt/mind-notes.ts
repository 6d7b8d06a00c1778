/** What each mind is good at, and terms that few expect, in Portuguese. */
export const mindNotes = {
  summaries: {
    'tansy-lite':
      'Vem com o Tansy e é rápida em qualquer dispositivo. Dá nome a coisas do dia a dia e a culturas comuns nas fotos. Sabe pouco e erra com frequência.',
    'smolvlm-256m': 'Diz o que há em uma foto; fraca em conversa.',
    'smolvlm-500m': 'Diz o que há em uma foto e lê parte do texto nela.',
    'lfm2.5-vl-450m': 'Vê bem as fotos para o seu tamanho. Precisa de uma placa de vídeo.',
    'qwen3.5-0.8b': 'Vê fotos, lê o texto nelas, muitos idiomas. Precisa de uma placa de vídeo.',
  },
  licences: {
    'lfm2.5-vl-450m':
      'Não é uma licença de código aberto: sem uso comercial acima de 10 milhões de dólares americanos de receita.',
  },
} as const;
