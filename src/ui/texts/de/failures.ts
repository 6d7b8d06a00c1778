/** A failure's sentence says what happened, what was kept, and what to do. In German. */
import type { ErrorCode } from '../../../domain/errors';
import { named } from '../names';

const unknown =
  'Etwas ist schiefgegangen. Was gesagt wurde, bleibt erhalten. Versuchen Sie es erneut.';

const failures: Record<ErrorCode, string> = {
  aborted: 'Gestoppt. Was gesagt wurde, bleibt erhalten.',
  internal: unknown,
  'bad-input':
    'Das war so nicht zu verwenden. Was gesagt wurde, bleibt erhalten. Formulieren Sie es anders und versuchen Sie es erneut.',
  'too-long':
    'Das ist mehr, als das Sprachmodell auf einmal lesen kann. Die Frage bleibt erhalten. Bearbeiten Sie sie, lassen Sie den wichtigen Teil stehen und fragen Sie erneut.',
  'wrong-answer':
    'Dieser Browser berechnet ein Modell falsch, deshalb wird es nicht verwendet. Die Gespräche sind unberührt. Aktualisieren Sie den Browser oder nehmen Sie einen anderen.',
  'webgpu-unavailable':
    'Die Grafikkarte war nicht zu verwenden. Was gesagt wurde, bleibt erhalten. Fragen Sie erneut oder wählen Sie in den Einstellungen den Prozessor.',
  'device-lost':
    'Die Grafikkarte war nicht mehr da. Was gesagt wurde, bleibt erhalten. Fragen Sie erneut: Dann wird sie neu gestartet.',
  'download-failed':
    'Die Dateien konnten nicht geladen werden. Was angekommen ist, bleibt erhalten: Machen Sie weiter, wann Sie möchten.',
  'checksum-mismatch':
    'Eine Modelldatei ist beschädigt. Die Gespräche sind unberührt. Laden Sie erneut: Nur der schlechte Teil kommt neu.',
  'model-missing': 'Ein Modell ist nicht da. Die Gespräche sind unberührt. Laden Sie es erneut.',
  'quota-exceeded':
    'Der Speicher ist zu voll. Nichts, was da war, ist verloren. Schaffen Sie Platz und machen Sie weiter.',
  'worker-crashed':
    'Ein Teil von Tansy blieb stehen und wurde beendet. Was gesagt wurde, bleibt erhalten. Fragen Sie erneut, dann startet er neu.',
  'out-of-memory':
    'Der Arbeitsspeicher hat nicht gereicht. Was gesagt wurde, bleibt erhalten. Schließen Sie andere Tabs und fragen Sie erneut.',
  'storage-unavailable':
    'Das konnte nicht gespeichert werden. Es bleibt auf dem Bildschirm, bis der Tab geschlossen wird.',
  'microphone-denied':
    'Das Mikrofon ist für diese Seite gesperrt. Sie können trotzdem schreiben, oder Sie erlauben es in der Adressleiste und drücken erneut.',
  'microphone-missing':
    'Es ließ sich kein Mikrofon öffnen. Sie können trotzdem schreiben, oder Sie schließen eines an und drücken erneut.',
  'camera-denied':
    'Die Kamera ist für diese Seite gesperrt. Die Frage bleibt erhalten. Erlauben Sie die Kamera in der Adressleiste und versuchen Sie es erneut.',
  'camera-missing':
    'Es ließ sich keine Kamera öffnen. Die Frage bleibt erhalten. Schließen Sie eine an, oder beenden Sie, was sie sonst verwendet, und versuchen Sie es erneut.',
  'microphone-lost':
    'Das Mikrofon war nicht mehr da. Was verstanden wurde, bleibt erhalten. Schreiben Sie weiter, oder schließen Sie es an und drücken Sie erneut.',
};

/** Why a part did not arrive, where that is no fault of anybody's. */
export const noNetwork = {
  ofPart: 'Es gibt kein Netz: Laden Sie, sobald es eines gibt.',
  ofAll:
    'Es gibt kein Netz. Was angekommen ist, bleibt erhalten, und der Rest kommt, sobald es eines gibt.',
} as const;

/** @param details figures of the error, where it came with any */
export function failureText(code: string, details: Readonly<Record<string, string>> = {}): string {
  const { neededMb, freeMb, damagedAtServer } = details;
  if (code === 'checksum-mismatch' && damagedAtServer) {
    return `Auf dem Server ist ${damagedAtServer} beschädigt und wird nicht verwendet. Alles andere bleibt erhalten und läuft weiter. Versuchen Sie es noch einmal oder später.`;
  }
  if (code === 'quota-exceeded' && neededMb) {
    const free = freeMb ? `, und für diese Seite sind ${freeMb}\u00a0MB frei` : '';
    return `Der Speicher ist zu voll: ${neededMb}\u00a0MB werden gebraucht${free}. Nichts, was da war, ist verloren. Schaffen Sie Platz und machen Sie weiter.`;
  }
  return named(failures, code) ?? unknown;
}
