/** Which voice says each piece of an answer: one that speaks its language. Fetched once the first screen is there. */
import { messageText, type Message } from '../domain/conversations/conversation';
import { isEnglishOnly } from '../domain/languages';
import { languageOf } from '../domain/voice/language-of';
import { voiceIn } from '../domain/voice/voice-in';
import type { VoiceName } from '../domain/voice/voices';
import type { Voices } from './voices.svelte';

export interface AnswerVoicesParts {
  readonly voices: Pick<Voices, 'atHand' | 'lacking' | 'wanted'>;
  /** What a mind knows, by its id; undefined for one that there is no more. */
  readonly languagesOf: (mindId: string) => readonly string[] | undefined;
}

export interface ToSay {
  readonly question: Message | undefined;
  /** BCP 47 primary tag, where the question was spoken: what the ears took it for. */
  readonly heardIn?: string | undefined;
  /** The mind; undefined for words of Tansy's own. */
  readonly by: string | undefined;
  /** The answer's, of which it is told where no voice speaks its language; left out while nobody has asked for it. */
  readonly answerId?: string;
}

/** Undefined where the voice that speaks anyway does. */
export type VoiceOf = (words: string) => VoiceName | undefined;

export class AnswerVoices {
  readonly #parts: AnswerVoicesParts;
  /** Languages of which it was told that no voice speaks them: once is enough. */
  readonly #told = new Set<string>();

  constructor(parts: AnswerVoicesParts) {
    this.#parts = parts;
  }

  /** For an answer's pieces in their order; undefined where it is English whatever it says. */
  of({ question, heardIn = 'en', by, answerId }: ToSay): VoiceOf | undefined {
    const { voices, languagesOf } = this.#parts;
    if (by !== undefined && isEnglishOnly(languagesOf(by) ?? ['*'])) return undefined;
    // An answer is mostly in its question's language. Of Tansy's own words few are translated.
    const isAnswered = by !== undefined && question !== undefined;
    const expected = isAnswered ? languageOf(messageText(question), heardIn) : 'en';
    let said = '';
    return (words) => {
      said += `${words} `;
      // A few words of another language in it may be said by another voice, and what follows them is not.
      const language = languageOf(words, languageOf(said, expected));
      const voice = voiceIn(language, voices.wanted, voices.atHand);
      if (voice !== null) return voice;
      if (by !== undefined && answerId !== undefined && !this.#told.has(language)) {
        this.#told.add(language);
        voices.lacking = { answerId, language };
      }
      return undefined;
    };
  }
}
