/** What the page says around the conversation, in Spanish. */
export const page = {
  title: 'Tansy',
  skip: 'Ir a la pregunta',
  openSettings: 'Ajustes',

  chip: {
    onDevice: 'en este dispositivo',
    offline: 'sin conexión: todo lo que hay aquí funciona',
    fetching: 'descargando',
    none: 'nada descargado aún',
    starting: 'iniciando',
    part: 'no todo está listo',
    elsewhere: 'abierto en otra pestaña',
    oneThread: 'aquí va más lento',
  },
  update: 'Hay una versión nueva lista: recargar',
  stale: {
    superseded:
      'En otra pestaña funciona una versión más reciente de Tansy. Lo dicho hasta ahora se conserva; lo que se diga aquí desde ahora, no. Recarga esta pestaña.',
    lost: 'El navegador cerró el almacenamiento de esta pestaña. Lo que se diga aquí desde ahora no se conserva. Recarga esta pestaña.',
  },
  reload: 'Recargar',
  unfetched:
    'Esta parte de Tansy no se pudo descargar. Lo dicho y lo escrito se conservan. Cuando se pueda llegar al servidor, inténtalo de nuevo o recarga esta pestaña.',
  close: 'Cerrar',
} as const;
