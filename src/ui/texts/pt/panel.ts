/** The conversations, in Brazilian Portuguese. */
export const panel = {
  open: 'Conversas',
  close: 'Fechar',
  heading: 'Conversas',
  newOne: 'Nova conversa',
  journal: 'Diário de plantas',
  find: 'Buscar por título',
  none: 'Ainda não há nada aqui.',
  noneFound: 'Nenhum título tem estas palavras.',
  rename: (title: string) => `Renomear ${title}`,
  remove: (title: string) => `Excluir ${title}`,
  name: 'Nome da conversa',
  save: 'Salvar',
  cancel: 'Cancelar',
  removed: (title: string) => `Foi excluído: “${title}”.`,
  undo: 'Desfazer',
  notUndone:
    'Ainda não foi possível recuperar. Fica guardado até que esta aba seja fechada: libere espaço e tente de novo.',
} as const;
