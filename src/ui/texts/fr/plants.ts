/** What is shown of plants, in French. What is known of them is in English. */
import type { Verdict } from '../../../domain/plants/diagnosis';
import type { PlantCard } from '../../../domain/plants/card';
import type { Place } from '../../../domain/plants/evidence';
import type { NamedCondition } from '../../../domain/plants/names';
import { capital } from '../capital';

const percent = (share: number) => `${Math.round(100 * share)}\u00a0%`;
const day = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' });
const dated = (date: string) => day.format(new Date(date));

/** How sure it is of one cause, in a word. */
const sureness = (verdict: Verdict['type'], rank: number) => {
  if (verdict === 'likely' && rank === 0) return 'Probable';
  return verdict === 'possible' && rank >= 0 ? 'Possible' : 'Moins probable';
};

const all = new Intl.ListFormat('fr', { type: 'conjunction' });

const places: Readonly<Record<Place, string>> = {
  upper: 'surtout dans la moitié supérieure',
  lower: 'surtout dans la moitié inférieure',
  left: 'surtout dans la moitié gauche',
  right: 'surtout dans la moitié droite',
  'upper-left': 'surtout en haut à gauche',
  'upper-right': 'surtout en haut à droite',
  'lower-left': 'surtout en bas à gauche',
  'lower-right': 'surtout en bas à droite',
  middle: 'surtout au milieu',
  scattered: 'à aucun endroit particulier',
  everywhere: 'presque partout',
};

/** Of a photo, what was judged. */
const looked = {
  all: (count: number) => (count === 1 ? 'toute la photo' : `les ${count} photos en entier`),
  middle: (count: number) =>
    count === 1
      ? 'seulement le milieu de la photo'
      : `seulement le milieu de chacune des ${count} photos`,
  part: (count: number, at: number) =>
    count === 1
      ? 'seulement une partie de la photo'
      : `seulement une partie de la photo ${at} sur ${count}`,
};

/** Of a plant that is not known: what anybody can check, and nothing that claims to know it. */
const anyPlant = {
  heading: 'Ce qu’il faut regarder sur toute plante :',
  questions: [
    'La lumière : en reçoit-elle autant que son espèce en demande, et l’a-t-on déplacée récemment ?',
    'L’eau : la terre est-elle mouillée ou sèche à un doigt de profondeur, et l’eau peut-elle s’écouler en bas ?',
    'Le dessous des feuilles : y a-t-il des insectes, des œufs, des toiles ou un film collant ?',
    'Le début : sur les vieilles feuilles, sur les jeunes, ou d’un seul côté ?',
    'Du nouveau : un pot, de l’engrais, un traitement, la chaleur, le froid ou un courant d’air ?',
  ],
};

/** A part of a photo that is judged by itself. */
const cutOut = {
  start: 'Évaluer une partie',
  another: 'Évaluer une autre partie',
  whole: 'Photo entière',
  heading: 'Évaluer une partie de la photo',
  hint: 'Placez le cadre autour d’une seule feuille.',
  frame: 'Cadre',
  keys: 'Les touches fléchées le déplacent. Avec Shift, elles l’agrandissent ou le réduisent.',
  stands: (left: number, top: number, side: number) =>
    `à ${percent(left)} de la gauche, à ${percent(top)} du haut, large de ${percent(side)}`,
  photo: (at: number, of: number) => `Photo ${at} sur ${of}`,
  next: 'Photo suivante',
  judge: 'Évaluer cette partie',
  found: 'C’est dans cette partie qu’une feuille se voit le mieux.',
  judging: 'Évaluation de cette partie…',
  cancel: 'Annuler',
  gone: 'Cette photo n’est plus sur cet appareil.',
  failed:
    'Cette partie n’a pas pu être évaluée. Ce qui avait été trouvé est conservé. Essayez encore une fois.',
  missing:
    'Le spécialiste des plantes n’est pas là. Ce qui avait été trouvé est conservé. Téléchargez-le d’abord.',
};

export const plants = {
  anyPlant,
  cutOut,
  looked: (what: keyof typeof looked, count: number, at: number) =>
    `Examiné\u00a0: ${looked[what](count, at)}.`,
  evidence: 'Endroits regardés',
  weighed: ({ name, isHealthy }: NamedCondition, place: Place, isFramed: boolean) =>
    `${isFramed ? 'Dans le cadre, les' : 'Les'} endroits clairs ont le plus compté pour ${isHealthy ? 'une feuille saine' : `«\u202f${name}\u202f»`}\u00a0: ${places[place]}.`,
  evidenceUnfetched: 'Cela n’a pas pu être montré. Rechargez cet onglet pour réessayer.',
  sureness,
  condition: ({ name, isHealthy }: NamedCondition) =>
    isHealthy ? 'En bonne santé' : capital(name),
  of: (crop: string, scientificName = '') =>
    [capital(crop), scientificName].filter(Boolean).join(' · '),
  causes: 'Ce que cela peut être',
  /** Of a conversation. */
  title: ({ name, crop, isHealthy }: NamedCondition, isLikely: boolean) => {
    const disease = name.includes(crop) ? name : `${name} (${crop})`;
    return `${capital(isHealthy ? `${crop}, en bonne santé` : disease)}${isLikely ? '' : '\u202f?'}`;
  },
  known: (crops: readonly string[]) =>
    `Plantes qui peuvent être évaluées d’après une feuille\u00a0: ${all.format(crops)}.`,
  onlyKnown: ({ name, crop, isHealthy }: NamedCondition) =>
    `${capital(crop)}\u00a0: ${isHealthy ? 'seules les feuilles saines sont connues' : `seule maladie connue\u00a0: ${name}`}.`,
  /** Above what the photo can still tell. */
  noClaim: 'Pas de diagnostic',
  unlikeCrop: (crop: string) =>
    `La feuille ne ressemble pas à celle de cette plante\u00a0: ${crop}.`,
  crop: 'C’est',
  cropSeen: (crop: string) => `${crop}, d’après la photo`,
  cropChange: 'Sinon, choisissez.',
  cropNotSaid: 'quelle plante\u202f?',
  cropOption: (crop: string) => crop,
  /** Where the page is not. */
  notesInEnglish: 'Les notes sont en anglais.',
  noNotes: 'Je n’ai pas encore de notes à ce sujet.',
  signs: (count: number) =>
    count < 2 ? `${count} signe à vérifier` : `${count} signes à vérifier`,
  signsAgainst: 'Vos signes parlent contre cela.',
  yes: 'Oui',
  no: 'Non',
  today: 'Aujourd’hui',
  todayIf: ({ name, isHealthy }: NamedCondition) =>
    isHealthy
      ? 'Aujourd’hui, si la plante est en bonne santé'
      : `Aujourd’hui, si c’est «\u202f${name}\u202f»`,
  later: 'Cette semaine et la saison prochaine',
  thisWeek: 'Cette semaine',
  nextSeason: 'La saison prochaine',
  chemicals: 'Produits chimiques',
  labelRules: 'Suivez l’étiquette et les règles locales.',
  lookAlikes: 'Ce qui y ressemble',
  about: ({ kind, harvest }: Pick<PlantCard, 'kind' | 'harvest'>) =>
    `En savoir plus\u00a0: ${kind === 'healthy' ? '' : 'propagation, '}${harvest ? 'récolte, ' : ''}conseils`,
  spread: {
    low: 'Se propage lentement.',
    medium: 'Se propage.',
    high: 'Se propage vite.',
  },
  howSure: 'Degré de certitude',
  closest: 'Ce qui s’en approche le plus',
  figures: (hasSigns: boolean, photos: number, crop?: string) => {
    const s = photos === 1 ? '' : 's';
    const by = photos === 1 ? 'd’après la photo' : `d’après les ${photos} photos`;
    const photo =
      crop === undefined ? by : `${by}, prise${s} pour celle${s} de cette plante (${crop}),`;
    const signs = `${photo} et les signes que vous avez indiqués`;
    const alone = crop === undefined ? `${photo} seule${s}` : photo.slice(0, -1);
    return `Parmi les états que je connais, ${hasSigns ? signs : alone}\u00a0:`;
  },
  percent: (share: number) => (share < 0.01 ? 'moins de 1\u00a0%' : percent(share)),
  sources: (count: number) => `${count} ${count < 2 ? 'source' : 'sources'}`,
  source: (number: number, title: string) => `Source ${number}\u00a0: ${title}`,
  read: (date: string) => `lu le ${dated(date)}`,
  /** Under what was told, which names what it is about. */
  since: (of: NamedCondition, now: NamedCondition | null) => {
    const called = ({ name, isHealthy }: NamedCondition) => (isHealthy ? 'en bonne santé' : name);
    return now
      ? `La fiche ci-dessus dit maintenant\u00a0: ${called(now)}.`
      : `La fiche ci-dessus ne dit plus\u00a0: ${called(of)}.`;
  },
  aboutSource:
    'La page a pu changer depuis qu’elle a été lue. Elle apprend votre visite, et rien de ce qui est dit ici.',
  noLaboratory: 'Ce n’est pas un diagnostic de laboratoire.',
  reviewed: (date: string) => `Notes du ${dated(date)}.`,
} as const;
