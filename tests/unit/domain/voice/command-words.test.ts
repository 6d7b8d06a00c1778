/** Commands in the languages of the interface, as Whisper writes them. */
import { describe, expect, it } from 'vitest';
import { languages, type Language } from '../../../../src/domain/languages';
import { allCommandWords } from '../../../../src/domain/voice/command-words-all';
import { voiceCommand } from '../../../../src/domain/voice/commands';
import type { VoiceCommand } from '../../../../src/domain/voice/command-words';
import { wordsAlone } from '../../../../src/domain/words/words-alone';
import { commands as german } from '../../../../src/ui/texts/de/commands';
import { commands as spanish } from '../../../../src/ui/texts/es/commands';
import { commands as french } from '../../../../src/ui/texts/fr/commands';
import { commands as hindi } from '../../../../src/ui/texts/hi/commands';
import { commands as portuguese } from '../../../../src/ui/texts/pt/commands';
import { commands as chinese } from '../../../../src/ui/texts/zh/commands';

type Other = Exclude<Language, 'en'>;
const others = languages.filter((language): language is Other => language !== 'en');

const said: Record<Other, Record<VoiceCommand, readonly string[]>> = {
  de: {
    stop: ['Stopp!', 'Tansy, hör bitte auf.', 'Das reicht, danke.'],
    repeat: ['Noch einmal, bitte.', 'Wie bitte?', 'Können Sie das bitte noch einmal sagen?'],
    slower: ['Bitte etwas langsamer.', 'Nicht so schnell!', 'Kannst du langsamer sprechen?'],
    faster: ['Schneller.', 'Sprich ein bisschen schneller.'],
    louder: ['Lauter, bitte.', 'Ich höre dich nicht.', 'Viel lauter!'],
    quieter: ['Leiser.', 'Das ist zu laut.'],
    'read-treatment': ['Lies mir die Behandlung vor.', 'Bitte die Behandlung vorlesen.'],
    'new-conversation': ['Neues Gespräch.', 'Bitte ein neues Gespräch beginnen.'],
    'what-did-i-say': ['Was habe ich gesagt?', 'Was war meine Frage?'],
    'go-on': ['Weiter.', 'Lies bitte weiter.', 'Mach mal weiter.'],
  },
  es: {
    stop: ['¡Para!', 'Ya basta.', 'Detente, por favor.', 'Callate'],
    repeat: ['Repite, por favor.', '¿Puedes repetir eso?', '¿Qué has dicho?', 'Otra vez.'],
    slower: ['Más despacio, por favor.', 'mas despacio por favor', 'Habla un poco más lento.'],
    faster: ['Más rápido.', '¿Podrías hablar más rápido?'],
    louder: ['Más alto.', 'No te oigo.', 'Sube un poco el volumen.'],
    quieter: ['Más bajo, por favor.', 'Baja la voz.'],
    'read-treatment': ['Lee el tratamiento.', '¿Puedes leerme el tratamiento, por favor?'],
    'new-conversation': ['Nueva conversación.', 'Empieza una nueva conversación.'],
    'what-did-i-say': ['¿Qué he dicho?', '¿Cuál era mi pregunta?'],
    'go-on': ['Sigue.', 'Continúa, por favor.', 'continua'],
  },
  fr: {
    stop: ['Stop\u00a0!', 'Arrête-toi.', 'Arrête, s’il te plaît.', 'arrete'],
    repeat: ['Répète, s’il te plaît.', 'Encore une fois.', 'Qu’est-ce que tu as dit\u00a0?'],
    slower: ['Plus lentement.', 'Un peu moins vite, s’il vous plaît.', 'C’est trop vite.'],
    faster: ['Plus vite\u00a0!', 'Parle un peu plus vite.'],
    louder: ['Plus fort, s’il te plaît.', 'Je ne t’entends pas.', 'Monte le son.'],
    quieter: ['Moins fort.', 'Baisse un peu le son.'],
    'read-treatment': ['Lis-moi le traitement.', 'Peux-tu me lire le traitement\u00a0?'],
    'new-conversation': ['Nouvelle conversation.', 'Commence une nouvelle conversation.'],
    'what-did-i-say': ['Qu’est-ce que j’ai dit\u00a0?', 'Quelle était ma question\u00a0?'],
    'go-on': ['Continue.', 'Vas-y, s’il te plaît.', 'Poursuis.'],
  },
  pt: {
    stop: ['Para!', 'Chega, obrigado.', 'Silencio'],
    repeat: ['Repete, por favor.', 'Mais uma vez.', 'O que você disse?'],
    slower: ['Mais devagar, por favor.', 'Fale um pouco mais devagar.'],
    faster: ['Mais rápido.', 'Você pode falar mais rápido?'],
    louder: ['Mais alto.', 'Não consigo te ouvir.', 'Aumenta o volume aí.'],
    quieter: ['Mais baixo, por favor.', 'Abaixa um pouco o volume.'],
    'read-treatment': ['Leia o tratamento.', 'Você pode ler o tratamento, por favor?'],
    'new-conversation': ['Nova conversa.', 'Comece uma nova conversa.'],
    'what-did-i-say': ['O que eu disse?', 'Qual foi a minha pergunta?'],
    'go-on': ['Continua.', 'Continue lendo, por favor.'],
  },
  hi: {
    stop: ['रुको।', 'बस करो।', 'कृपया रुकिए।'],
    repeat: ['फिर से बोलिए।', 'दोबारा बोलो।', 'आपने क्या कहा?'],
    slower: ['थोड़ा धीरे बोलिए।', 'धीरे-धीरे बोलो।'],
    faster: ['थोड़ा जल्दी बोलो।', 'तेज़ी से बोलिए।'],
    louder: ['ज़ोर से बोलिए।', 'आवाज़ बढ़ाओ।', 'मुझे सुनाई नहीं दे रहा है।'.replace('मुझे ', '')],
    quieter: ['आवाज़ कम करो।', 'आवाज़ थोड़ी कम कीजिए।'],
    'read-treatment': ['इलाज पढ़कर सुनाइए।', 'कृपया उपचार पढ़िए।'],
    'new-conversation': ['नई बातचीत।', 'नई बातचीत शुरू करो।'],
    'what-did-i-say': ['मैंने क्या कहा?', 'मेरा सवाल क्या था?'],
    'go-on': ['आगे बोलो।', 'जारी रखिए।'],
  },
  zh: {
    stop: ['停！', '别说了。', '請停下來。', '停停停'],
    repeat: ['再说一遍。', '請再說一遍，好嗎？', '我没听清。'],
    slower: ['慢一点。', '请说慢一点。', '說慢點'],
    faster: ['快一点，谢谢。', '请你说快一点。'],
    louder: ['大声一点。', '請大聲一點。', '我听不见。'],
    quieter: ['小声一点。', '声音小一点，好吗？', '請小聲點。'],
    'read-treatment': ['读治疗方法。', '請念一下治療方法。'],
    'new-conversation': ['新对话。', '開始新的對話。'],
    'what-did-i-say': ['我刚才说了什么？', '我的問題是什麼？'],
    'go-on': ['继续。', '請繼續說。', '接着说。'],
  },
};

const questions: Record<Other, readonly string[]> = {
  de: [
    'Halt an der Ampel oder nicht?',
    'Wie stoppe ich Blattläuse?',
    'Wächst sie im Schatten langsamer?',
    'Was habe ich über Rosen gesagt?',
    'Wie lange dauert die Behandlung?',
    'Und weiter oben?',
    'Bitte.',
    'Nein danke.',
  ],
  es: [
    '¿Dónde para el autobús?',
    '¿Para qué sirve el cobre?',
    'No para de llover.',
    '¿Cuál es más alto?',
    '¿Qué he dicho de las rosas?',
    'Lee el periódico.',
    'Gracias.',
  ],
  fr: [
    'Où s’arrête le bus\u00a0?',
    'Comment arrêter les pucerons\u00a0?',
    'Laquelle pousse plus vite\u00a0?',
    'Qu’est-ce que j’ai dit sur les roses\u00a0?',
    'Continue-t-il en hiver\u00a0?',
    'S’il te plaît.',
    'Merci.',
  ],
  pt: [
    'Onde o ônibus para?',
    'Para que serve o cobre?',
    'Não para de chover.',
    'Qual é mais alto?',
    'O que eu disse sobre as rosas?',
    'Obrigada.',
  ],
  hi: [
    'बस कहाँ रुकती है?',
    'पौधा धीरे क्यों बढ़ता है?',
    'मैंने गुलाब के बारे में क्या कहा?',
    'टमाटर का इलाज क्या है?',
    'धन्यवाद।',
  ],
  zh: [
    '公交车停在哪里？',
    '怎么停止蚜虫？',
    '为什么长得慢？',
    '关于玫瑰我说了什么？',
    '继续下雨吗？',
    '谢谢。',
    '请。',
  ],
};

describe.each(others)('commands in %s', (language) => {
  const words = allCommandWords[language];

  it.each(Object.entries(said[language]))('%s', (command, texts) => {
    for (const text of texts) expect(voiceCommand(text, words), text).toBe(command);
  });

  it('are no questions', () => {
    for (const text of questions[language]) expect(voiceCommand(text, words), text).toBeNull();
  });

  it('are one each, however it is called', () => {
    for (const [command, phrases] of Object.entries(words.commands)) {
      for (const phrase of phrases) {
        expect(wordsAlone(phrase)).toBe(phrase);
        expect(voiceCommand(phrase, words), phrase).toBe(command);
      }
    }
  });

  it('are those that settings list', () => {
    const listed = {
      de: german,
      es: spanish,
      fr: french,
      hi: hindi,
      pt: portuguese,
      zh: chinese,
    }[language].canSay;
    const [, list = ''] = listed.split(/:\s|：/);
    const kinds = list.split(/, |、/).map((phrase) => voiceCommand(phrase, words));
    expect(new Set(kinds)).toEqual(new Set(Object.keys(words.commands)));
  });
});
