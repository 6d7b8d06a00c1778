/** The conversations, in Spanish. */
export const panel = {
  open: 'Conversaciones',
  close: 'Cerrar',
  heading: 'Conversaciones',
  newOne: 'Nueva conversación',
  journal: 'Diario de plantas',
  find: 'Buscar por título',
  none: 'Aún no hay nada aquí.',
  noneFound: 'Ningún título tiene estas palabras.',
  rename: (title: string) => `Cambiar el nombre de ${title}`,
  remove: (title: string) => `Eliminar ${title}`,
  name: 'Nombre de la conversación',
  save: 'Guardar',
  cancel: 'Cancelar',
  // In Spanish the sentence ends after the quote, whatever ends the title.
  removed: (title: string) => `Se eliminó “${title}”.`,
  undo: 'Deshacer',
  notUndone:
    'Aún no se pudo recuperar. Se conserva hasta que se cierre esta pestaña: libera espacio e inténtalo de nuevo.',
} as const;
