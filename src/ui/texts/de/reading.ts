/** The text in photos, in German. */
import type { ErrorCode } from '../../../domain/errors';

const inPhoto = (at: number | null) => (at === null ? 'im Foto' : `in Foto ${at}`);

export const reading = {
  busy: (at: number | null) => `Der Text ${inPhoto(at)} wird gelesen\u00a0…`,
  busyWithAll: (done: number, of: number) =>
    `Der Text in den Fotos wird gelesen\u00a0… ${done} von ${of} Fotos fertig`,
  headingOfAll: 'Text in den Fotos',
  noneOfAll: 'In den Fotos wurde kein Text gefunden.',
  someFailed: 'Text in den Fotos · nicht alles war zu lesen',
  progress: (done: number, of: number) =>
    `${done} von ${of === 1 ? '1 Zeile' : `${of} Zeilen`} gelesen`,
  heading: (at: number | null) => `Text ${inPhoto(at)}`,
  none: (at: number | null) =>
    `${at === null ? 'Im Foto' : `In Foto ${at}`} wurde kein Text gefunden.`,
  hard: 'schwer zu lesen',
  unsure:
    'Teile davon sind schwer zu lesen und können falsch sein: Die schlechtesten erfährt das Sprachmodell nicht. Ein Foto aus der Nähe und schärfer hilft.',
  cut: 'Im Foto steht mehr Text, als von einem gelesen wird.',
  copy: 'Text kopieren',
  copied: 'Kopiert',
  notCopied:
    'Das konnte nicht kopiert werden. Der Text ist noch hier: Markieren Sie ihn und kopieren Sie ihn von Hand.',
} as const;

/** @param name of the photo's file; empty where it had none */
export function readingFailureText(code: ErrorCode, name: string): string {
  const photo = name === '' ? 'im Foto' : `in „${name}“`;
  return code === 'model-missing' || code === 'checksum-mismatch'
    ? `Der Text ${photo} wurde nicht gelesen: Der Teil, der liest, ist noch nicht da. Foto und Frage bleiben erhalten. Fragen Sie trotzdem, oder sobald er geladen ist.`
    : `Der Text ${photo} konnte nicht gelesen werden. Foto und Frage bleiben erhalten. Fragen Sie trotzdem, oder fügen Sie das Foto erneut hinzu.`;
}
