/**
 * Plants that are no crop that is known, though the name of one is a part of theirs: what such a crop falls ill with says nothing
 * of them. The list is short: what is on it, and whatever is not clear, is judged as any plant.
 */

/** Patterns of words in lower case, and nothing between them but a space. */
const others = [
  // English
  '(crab|custard|thorn|rose|star|sugar|balsam|may|pine|cashew|wax|wood|love|oak|elephant) apples?',
  'apple (mint|cactus|mango|guava|geranium|pelargonium|of peru)',
  '(sweet|air) potato(es)?',
  'potato (vine|bush|tree)',
  '(ground|cornelian|jerusalem|winter|surinam|barbados|bird) cherr(y|ies)',
  'cherry (laurel|plum|pie)',
  '(black|white|pink|long|sichuan|szechuan|hot|cayenne|jalapeño|jalapeno) peppers?',
  'pepper (mint|tree|vine|corn|wort|grass)',
  '(soy|soya|broad|fava|mung|castor|adzuki|azuki|winged|hyacinth|coffee|cocoa|jelly|locust|yardlong|jack|velvet) beans?',
  'bean (tree|caper)',
  '(oregon|sea|cape) grapes?',
  'grape (hyacinths?|ivy|fruit|fern|holly)',
  '(tree|husk|strawberry) tomato(es)?',
  '(mock|barren|indian) strawberr(y|ies)',
  'strawberry (tree|guava|begonia|saxifrage|spinach|geranium|bush|clover|blite|cactus)',
  'broom corn',
  // A house plant is called by the last of these.
  'corn (flower|poppy|cockle|salad|lily|marigold|plant)',
  // German
  'süßen? kartoffeln?',
  '(tomaten|bohnen|kartoffel|erdbeer)b(aum|äume)',
  '(kartoffel|bohnen)str(auch|äucher)',
  // Spanish
  'papas? dulces?',
  'tomates? (verdes?|de (árbol|cáscara|cascara))',
  'frijol(es)? (mungo|caupí|caupi|azuki|de palo|soya|soja)',
  'cerezos? de (jamaica|jerusalén|cayena)',
  'pimientos? (rosa|de jamaica)',
  // French
  'vignes? vierges?',
  'fraisiers? des indes',
  'haricots? (mungo|azuki|kilomètre|de soja)',
  'pommes? de terre douces?',
  'tomates? (en arbre|d arbre)',
  'piments? de la jamaïque',
  'pommiers? (d amour|cannelle)',
  'cerisiers? (d amour|de jérusalem)',
  // Portuguese
  'batatas? (doces?|baroa|salsa|yacon)',
  'pimentas? (do reino|rosa|preta|da jamaica)',
  'tomates? (de árvore|arbóreo|japonês)',
  'uvas? (japonesa|do mato|espim|ursina)',
  'cerejas? do (rio grande|mato)',
  'feij(ão|ões) (soja|guandu|fava|caupi|mungo|azuki|de corda|de porco)',
  // Hindi: black pepper, white pepper, and a jujube
  '(काली|सफेद|सफ़ेद) मिर्च',
  'सेब बेर',
  // Chinese
  '(树番茄|蛇葡萄|海葡萄|刺苹果|水苹果|珊瑚樱桃|针叶樱桃|西印度樱桃)',
].map((plant) => new RegExp(`(?<= )${plant.normalize()}(?= )`, 'gu'));

/** @param words a space around each */
export const withoutOthers = (words: string): string =>
  others.reduce((rest, plant) => rest.replaceAll(plant, ''), words);
