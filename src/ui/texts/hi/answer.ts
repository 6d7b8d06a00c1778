/** An answer's own parts, and the way out that a link in it is, in Hindi. */
import type { TableCut } from '../../chat/table-size';
import { whole } from './figures';

export const answerTexts = {
  table: 'तालिका',
  tableCut: ({ rows, ofRows, columns, ofColumns }: TableCut) =>
    `यह तालिका पूरी दिखाने के लिए बहुत बड़ी है: यहाँ ${whole.format(ofRows)} में से ${whole.format(rows)} पंक्तियाँ${
      columns < ofColumns ? ` और ${whole.format(ofColumns)} में से ${columns} कॉलम` : ''
    } हैं। “कॉपी करें” से पूरी तालिका कॉपी होती है।`,
  /** The quote that an answer from a text ends with. */
  source: 'आपके टेक्स्ट से',
  code: 'कोड',
  codeLabel: (language: string) => (language === '' ? 'कोड' : `कोड, ${language}`),
  copy: 'कॉपी करें',
  copied: 'कॉपी हो गया',
  notCopied: 'यह कॉपी नहीं हो सका। कोड अब भी यहीं है: इसे चुनकर खुद कॉपी करें।',
} as const;

export const leavingTexts = {
  heading: (host: string) => (host === '' ? 'Tansy से बाहर जाएँ?' : `Tansy से बाहर ${host} पर जाएँ?`),
  about:
    'यह पता एक दिमाग ने लिखा है: हो सकता है यह गलत हो या हो ही नहीं, और यह पूरा का पूरा वहाँ भेजा जाता है। बाकी जो कहा गया, वह यहीं रहता है।',
  stay: 'यहीं रहें',
  copy: 'पता कॉपी करें',
  copied: 'कॉपी हो गया',
  notCopied: 'यह कॉपी नहीं हो सका: पता चुनकर खुद कॉपी करें।',
  open: 'खोलें',
} as const;
