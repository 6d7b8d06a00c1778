/** How fast answers come, over the last ones and in one of them, in German. `ui/speed/told.ts` puts the figures in. */
import { leastTurns } from '../../../domain/conversations/receipt-summary';
import { roughly, whole } from '../figures';

export const speed = {
  heading: 'Wie schnell Tansy hier ist',
  close: 'Schließen',
  inSeconds: (figure: string) => `${figure}\u00a0s`,
  aboutWords: (count: number) =>
    `etwa ${roughly(count)} ${roughly(count) === '1' ? 'Wort' : 'Wörter'}`,
  deviceVoice: 'Stimme des Geräts',
  /** After “von”. */
  byDeviceVoice: 'der Stimme des Geräts',
  devices: { wasm: 'Prozessor', webgpu: 'Grafikkarte' },
  onDevices: { wasm: 'auf dem Prozessor', webgpu: 'auf der Grafikkarte' },
  onDevice: (device: string) => `auf ${device}`,
  nothingSent: 'keine: Nichts wurde gesendet',
  facts: {
    heardAfter: 'Von Ihrem letzten Wort bis zum ersten Ton',
    transcript: 'Was Sie sagten, aufgeschrieben nach',
    firstWord: 'Erstes Wort nach',
    firstSentence: 'Erster Satz nach',
    firstSound: 'Erster Ton nach',
    read: 'Dafür gelesen',
    known: 'Von vorher bekannt',
    written: 'Geschrieben',
    writtenInSecond: 'In einer Sekunde geschrieben',
    heardBy: 'Gehört von',
    writtenBy: 'Geschrieben durch',
    computedBy: 'Gerechnet auf',
    spokenBy: 'Gesprochen von',
    requests: 'Anfragen an irgendeinen Server in dieser Zeit',
  },
  counted: (time: string) =>
    `„Nach“ zählt ab dem Moment, in dem klar war, dass Sie fertig sind: ${time} nach Ihrem letzten Wort.`,
  tooFew: `Noch nichts zu berichten: Dazu braucht es ${leastTurns} Antworten eines Sprachmodells.`,
  reading: 'Liest, was die letzten Antworten gebraucht haben\u00a0…',
  lookedIn: (conversations: number) =>
    `Nur in den neuesten ${whole.format(conversations)} Gesprächen wurde nachgesehen.`,
  unread: 'Nicht alles davon konnte gelesen werden. Schließen Sie dies und öffnen Sie es wieder.',
  made: (turns: number, mind: string, on: string) =>
    `Die letzten ${turns} Antworten, geschrieben durch ${mind} ${on}`,
  heardBy: (names: string) => `Fragen gehört von ${names}`,
  spokenBy: (names: string) => `Antworten gesprochen von ${names}`,
  between: ', ',
  sentence: (parts: readonly string[]) => `${parts.join(', ')}.`,
  leftOut: (count: number) =>
    `Nicht dabei: ${count === 1 ? 'eine Antwort' : `${count} Antworten`} eines anderen Sprachmodells oder Geräts.`,
  columns: ['', 'Hälfte binnen', '9 von 10 binnen', 'Antworten'],
  stages: {
    decisionMs: 'Klar, dass Sie fertig sind',
    transcriptMs: 'Was Sie sagten, aufgeschrieben',
    firstTokenMs: 'Erstes Wort',
    firstSentenceMs: 'Erster Satz',
    firstAudioMs: 'Erster Ton',
  },
  rowInLine: (stage: string, half: string, most: string, turns: string) =>
    `${stage}: Hälfte binnen ${half}, 9 von 10 binnen ${most} (${turns} Antworten)`,
  from: 'Die Zeiten zählen ab dem Moment, in dem klar war, dass Sie fertig sind, oder ab dem Druck auf Senden; die erste ab Ihrem letzten Wort.',
  unlike:
    'Jede Zeile ist von den Antworten, in denen sie gemessen wurde: Getipptes oder nicht Gesprochenes fehlt in manchen. Vergleichen Sie nur Zeilen mit gleich vielen Antworten.',
  rate: (words: string) =>
    `Die Hälfte davon wird so schnell oder schneller geschrieben: ${words} in der Sekunde.`,
  middleHeading: 'Eine gesprochene Antwort',
  middle: (time: string, turns: number) =>
    `${time} von Ihrem letzten Wort bis zum ersten Ton: die mittlere von ${turns} gesprochenen Antworten.`,
  spans: {
    deciding: 'Warten, ob Sie weitersprechen',
    'writing-down': 'Aufschreiben, was Sie sagten',
    thinking: 'Lesen bis zum ersten Wort',
    writing: 'Schreiben des ersten Satzes',
    voicing: 'Erzeugen des ersten Tons',
  },
  spanInLine: (span: string, time: string) => `${span}: ${time}`,
  brought: 'Antworten aus einer eingelesenen Datei zählen mit, wo auch immer sie entstanden sind.',
  copy: 'Als Text kopieren',
  copied: 'Kopiert',
  notCopied: 'Es konnte nicht kopiert werden: Der Browser hat es nicht erlaubt.',
} as const;
