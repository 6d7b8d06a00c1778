/** Talking, in Spanish. What can be said in hands-free is understood in English only. */
export const voice = {
  talk: 'Mantén presionado para hablar, toca para manos libres',
  stop: 'Detener',
  notYet: 'Los oídos aún no están aquí',
  phase: {
    idle: 'listo',
    opening: 'abriendo',
    listening: 'escuchando',
    transcribing: 'transcribiendo',
    thinking: 'pensando',
    voicing: 'pronto hablará',
    speaking: 'hablando',
    muted: 'sin voz',
  },
  handsFree:
    'Haz una pausa para enviar, habla para interrumpir. Di: stop, repeat, slower… La lista completa está en Ajustes.',
  holding: 'Suelta para enviar. Desliza fuera para cancelar.',
  holdingWithKeys: 'Suelta para enviar. Desliza fuera o presiona Esc para cancelar.',
  letGoToCancel: 'Suelta para cancelar.',
  mute: 'Silenciar la voz',
  unmute: 'Decir las respuestas en voz alta',
  nothingHeard: 'No se oyó ninguna palabra. Mantén el botón mientras hablas, o acércate.',
  notKept:
    'La parte que oye se detuvo y se inicia otra vez. Lo último que se dijo no se oyó: dilo de nuevo.',
  microphoneMuted:
    'El dispositivo o el navegador silenció el micrófono: actívalo allí y se te oirá de nuevo.',
  lacking:
    'No se pudo descargar una parte de lo necesario para hablar: los comandos se toman por preguntas, y un ruido puede cortar una respuesta. Habla de nuevo más tarde, o recarga esta pestaña.',
  speakNow: 'Habla ahora…',
  writingDown: 'Escribiendo lo que dijiste…',
} as const;
