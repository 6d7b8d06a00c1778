/** What the page says around the conversation, in Brazilian Portuguese. */
export const page = {
  title: 'Tansy',
  skip: 'Ir para a pergunta',
  openSettings: 'Configurações',

  chip: {
    onDevice: 'neste dispositivo',
    offline: 'sem internet: tudo o que está aqui funciona',
    fetching: 'baixando',
    none: 'nada baixado ainda',
    starting: 'iniciando',
    part: 'nem tudo está pronto',
    elsewhere: 'aberto em outra aba',
    oneThread: 'mais lento aqui',
  },
  update: 'Há uma nova versão pronta: recarregar',
  stale: {
    superseded:
      'Uma versão mais nova do Tansy está funcionando em outra aba. O que foi dito até agora está guardado; o que for dito aqui a partir de agora, não. Recarregue esta aba.',
    lost: 'O navegador fechou o armazenamento desta aba. O que for dito aqui a partir de agora não fica guardado. Recarregue esta aba.',
  },
  reload: 'Recarregar',
  unfetched:
    'Não foi possível baixar esta parte do Tansy. O que foi dito e escrito está guardado. Quando for possível alcançar o servidor, tente de novo ou recarregue esta aba.',
  close: 'Fechar',
} as const;
