/** Where the page begins: its language is here before anything that speaks is evaluated, so that no other is ever seen. */
import { languageFor } from './domain/languages';
import { KeptLanguage } from './services/kept/language';
import { speakOnPage } from './ui/texts/load';

void speakOnPage(languageFor(new KeptLanguage().choice, navigator.languages)).then(
  () => import('./main'),
);
