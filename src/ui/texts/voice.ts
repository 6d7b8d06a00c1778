/** Talking. */
import { translated } from './translation';

export const voice = translated('voice', {
  talk: 'Hold to talk, tap for hands-free',
  stop: 'Stop',
  notYet: 'The ears are not here yet',
  phase: {
    idle: 'ready',
    opening: 'opening',
    listening: 'listening',
    transcribing: 'writing down',
    thinking: 'thinking',
    voicing: 'soon spoken',
    speaking: 'speaking',
    muted: 'voice off',
  },
  handsFree: 'Pause to send, speak to interrupt. Say: stop, repeat, slower … Settings list all.',
  holding: 'Let go to send. Slide away to cancel.',
  holdingWithKeys: 'Let go to send. Slide away or press Esc to cancel.',
  letGoToCancel: 'Let go to cancel.',
  mute: 'Mute the voice',
  unmute: 'Speak answers',
  nothingHeard: 'No words were heard. Hold the button while you speak, or come closer.',
  notKept:
    'The part that hears stopped and is started afresh. What was said last was not heard: say it again.',
  microphoneMuted:
    'The device or the browser has muted the microphone: unmute it there, and you are heard again.',
  lacking:
    'Part of talking could not be fetched: commands are taken for questions, and a noise may end an answer. Talk again later, or reload this tab.',
  speakNow: 'Speak now …',
  writingDown: 'Writing down what you said …',
});
