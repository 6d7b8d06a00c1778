/** Talking, in Brazilian Portuguese. What can be said in hands-free is understood in English only. */
export const voice = {
  talk: 'Segure para falar, toque para mãos livres',
  stop: 'Parar',
  notYet: 'Os ouvidos ainda não estão aqui',
  phase: {
    idle: 'pronto',
    opening: 'abrindo',
    listening: 'escutando',
    transcribing: 'transcrevendo',
    thinking: 'pensando',
    voicing: 'já vai falar',
    speaking: 'falando',
    muted: 'sem voz',
  },
  handsFree:
    'Faça uma pausa para enviar, fale para interromper. Diga: stop, repeat, slower… A lista completa está em Configurações.',
  holding: 'Solte para enviar. Deslize para fora para cancelar.',
  holdingWithKeys: 'Solte para enviar. Deslize para fora ou pressione Esc para cancelar.',
  letGoToCancel: 'Solte para cancelar.',
  mute: 'Silenciar a voz',
  unmute: 'Falar as respostas',
  nothingHeard: 'Nenhuma palavra foi ouvida. Segure o botão enquanto fala, ou chegue mais perto.',
  notKept:
    'A parte que ouve parou e é iniciada de novo. O que foi dito por último não foi ouvido: diga outra vez.',
  microphoneMuted:
    'O dispositivo ou o navegador silenciou o microfone: ative-o lá, e sua voz volta a ser ouvida.',
  lacking:
    'Não foi possível baixar uma parte do que é necessário para falar: os comandos são tomados por perguntas, e um ruído pode cortar uma resposta. Fale de novo mais tarde, ou recarregue esta aba.',
  speakNow: 'Fale agora…',
  writingDown: 'Escrevendo o que você disse…',
} as const;
