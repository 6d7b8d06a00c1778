/** A failure's sentence says what happened, what was kept, and what to do. What was kept, only where it failed is known. In German. */
import type { ErrorCode } from '../../../domain/errors';
import type { Situation } from '../failures';
import { named } from '../names';

/** Where something failed: what it leaves, and the one thing to do there. */
const situations: Readonly<Record<Situation, readonly [kept: string, todo: string]>> = {
  /** Nothing was being said or asked. */
  alone: ['', 'Versuchen Sie es erneut.'],
  asked: ['Die Frage bleibt erhalten.', 'Fragen Sie erneut.'],
  written: ['Was geschrieben wurde, bleibt erhalten.', 'Fragen Sie erneut.'],
  /** As it is, and as a voice is told it: commands are understood in English only. */
  'can-go-on': [
    'Was geschrieben wurde, bleibt erhalten.',
    'Drücken Sie „Weiter“, oder sagen Sie „Go on“.',
  ],
  understood: [
    'Was verstanden wurde, bleibt erhalten.',
    'Senden Sie es, oder sagen Sie es noch einmal.',
  ],
  /** Nobody has said anything yet, and a microphone is open again. */
  listening: ['', 'Sprechen Sie weiter.'],
  answering: ['Die Antwort geht weiter.', ''],
  talking: ['', 'Drücken Sie, um wieder zu sprechen.'],
  unready: ['', ''],
};

/** The whole sentence, of where it failed. Most say what was kept between what happened and what to do. */
type Sentence = (kept: string, todo: string) => readonly string[];

const failures: Record<ErrorCode, Sentence> = {
  aborted: (kept) => ['Gestoppt.', kept],
  internal: (kept, todo) => ['Etwas ist schiefgegangen.', kept, todo],
  'bad-input': (kept) => [
    'Das war so nicht zu verwenden.',
    kept,
    'Formulieren Sie es anders und versuchen Sie es erneut.',
  ],
  'too-long': (kept) => [
    'Das ist mehr, als das Sprachmodell auf einmal lesen kann.',
    kept,
    'Bearbeiten Sie den Text, lassen Sie den wichtigen Teil stehen und fragen Sie erneut.',
  ],
  'wrong-answer': () => [
    'Dieser Browser berechnet ein Modell falsch, deshalb wird es nicht verwendet. Die Gespräche sind unberührt. Aktualisieren Sie den Browser oder nehmen Sie einen anderen.',
  ],
  'webgpu-unavailable': (kept, todo) => [
    'Die Grafikkarte war nicht zu verwenden: In den Einstellungen lässt sich der Prozessor wählen.',
    kept,
    todo,
  ],
  'device-lost': (kept, todo) => ['Die Grafikkarte war nicht mehr da.', kept, todo],
  'download-failed': () => [
    'Die Dateien konnten nicht geladen werden. Was angekommen ist, bleibt erhalten: Machen Sie weiter, wann Sie möchten.',
  ],
  'checksum-mismatch': () => [
    'Eine Modelldatei ist beschädigt. Die Gespräche sind unberührt. Laden Sie erneut: Nur der schlechte Teil kommt neu.',
  ],
  'model-missing': () => [
    'Ein Modell ist nicht da. Die Gespräche sind unberührt. Laden Sie es erneut.',
  ],
  'quota-exceeded': () => [
    'Der Speicher ist zu voll. Nichts, was da war, ist verloren. Schaffen Sie Platz und machen Sie weiter.',
  ],
  'worker-crashed': (kept, todo) => ['Ein Teil von Tansy blieb stehen.', kept, todo],
  'out-of-memory': (kept, todo) => [
    'Der Arbeitsspeicher hat nicht gereicht: Schließen Sie andere Tabs.',
    kept,
    todo,
  ],
  'storage-unavailable': () => [
    'Das konnte nicht gespeichert werden. Was auf dem Bildschirm ist, bleibt, bis der Tab geschlossen wird.',
  ],
  'microphone-denied': () => [
    'Das Mikrofon ist für diese Seite gesperrt. Sie können trotzdem schreiben, oder Sie erlauben es in der Adressleiste und drücken erneut.',
  ],
  'microphone-missing': () => [
    'Es ließ sich kein Mikrofon öffnen. Sie können trotzdem schreiben, oder Sie schließen eines an und drücken erneut.',
  ],
  'microphone-lost': (kept) => [
    'Das Mikrofon war nicht mehr da.',
    kept,
    'Schreiben Sie weiter, oder schließen Sie das Mikrofon an und drücken Sie erneut.',
  ],
  'camera-denied': () => [
    'Die Kamera ist für diese Seite gesperrt. Erlauben Sie die Kamera in der Adressleiste und versuchen Sie es erneut.',
  ],
  'camera-missing': () => [
    'Es ließ sich keine Kamera öffnen. Schließen Sie eine an, oder beenden Sie, was sie sonst verwendet, und versuchen Sie es erneut.',
  ],
  'text-unheld': (kept) => [
    'Der Teil von Tansy, der dafür sorgt, dass sich eine Antwort an Ihren Text hält, konnte nicht geladen werden, und ohne ihn wird keine gegeben.',
    kept,
    'Fragen Sie erneut, sobald der Server zu erreichen ist, oder laden Sie diesen Tab neu.',
  ],
};

/** Why a part did not arrive, where that is no fault of anybody's. */
export const noNetwork = {
  ofPart: 'Es gibt kein Netz: Laden Sie, sobald es eines gibt.',
  ofAll:
    'Es gibt kein Netz. Was angekommen ist, bleibt erhalten, und der Rest kommt, sobald es eines gibt.',
} as const;

/** @param details figures of the error, where it came with any */
export function failureText(
  code: string,
  details: Readonly<Record<string, string>> = {},
  situation: Situation = 'alone',
): string {
  const { neededMb, freeMb, damagedAtServer } = details;
  if (code === 'checksum-mismatch' && damagedAtServer) {
    return `Auf dem Server ist ${damagedAtServer} beschädigt und wird nicht verwendet. Alles andere bleibt erhalten und läuft weiter. Versuchen Sie es noch einmal oder später.`;
  }
  if (code === 'quota-exceeded' && neededMb) {
    const free = freeMb ? `, und für diese Seite sind ${freeMb}\u00a0MB frei` : '';
    return `Der Speicher ist zu voll: ${neededMb}\u00a0MB werden gebraucht${free}. Nichts, was da war, ist verloren. Schaffen Sie Platz und machen Sie weiter.`;
  }
  const [kept, todo] = situations[situation];
  const sentence = named(failures, code) ?? failures.internal;
  return sentence(kept, todo).filter(Boolean).join(' ');
}
