/** What is shown of plants, in Spanish. What is known of them is in English. */
import type { Verdict } from '../../../domain/plants/diagnosis';
import type { PlantCard } from '../../../domain/plants/card';
import type { Place } from '../../../domain/plants/evidence';
import type { NamedCondition } from '../../../domain/plants/names';
import { capital } from '../capital';

const percent = (share: number) => `${Math.round(100 * share)}\u00a0%`;
const day = new Intl.DateTimeFormat('es', { dateStyle: 'long', timeZone: 'UTC' });
const dated = (date: string) => day.format(new Date(date));

/** How sure it is of one cause, in a word. */
const sureness = (verdict: Verdict['type'], rank: number) => {
  if (verdict === 'likely' && rank === 0) return 'Probable';
  return verdict === 'possible' && rank >= 0 ? 'Posible' : 'Menos probable';
};

const all = new Intl.ListFormat('es', { type: 'conjunction' });

const places: Readonly<Record<Place, string>> = {
  upper: 'sobre todo en la mitad superior',
  lower: 'sobre todo en la mitad inferior',
  left: 'sobre todo en la mitad izquierda',
  right: 'sobre todo en la mitad derecha',
  'upper-left': 'sobre todo arriba a la izquierda',
  'upper-right': 'sobre todo arriba a la derecha',
  'lower-left': 'sobre todo abajo a la izquierda',
  'lower-right': 'sobre todo abajo a la derecha',
  middle: 'sobre todo en el centro',
  scattered: 'en ningún lugar en particular',
  everywhere: 'en casi todas partes',
};

/** Of a photo, what was judged. */
const looked = {
  all: (count: number) => (count === 1 ? 'toda la foto' : `las ${count} fotos enteras`),
  middle: (count: number) =>
    count === 1 ? 'solo el centro de la foto' : `solo el centro de cada una de las ${count} fotos`,
  part: (count: number, at: number) =>
    count === 1 ? 'solo una parte de la foto' : `solo una parte de la foto ${at} de ${count}`,
};

/** Of a plant that is not known: what anybody can check, and nothing that claims to know it. */
const anyPlant = {
  heading: 'En qué fijarse en cualquier planta:',
  questions: [
    'Luz: ¿recibe la que necesita su especie?, ¿se ha cambiado de sitio hace poco?',
    'Agua: ¿está la tierra mojada o seca a un dedo de profundidad?, ¿puede salir el agua por abajo?',
    'Envés de las hojas: ¿hay insectos, huevos, telarañas o una película pegajosa?',
    'Dónde empezó: ¿en las hojas viejas, en las jóvenes o en un solo lado?',
    'Qué hay de nuevo: ¿maceta, abono, un tratamiento, calor, frío o una corriente de aire?',
  ],
};

/** A part of a photo that is judged by itself. */
const cutOut = {
  start: 'Evaluar una parte',
  another: 'Evaluar otra parte',
  whole: 'Foto entera',
  heading: 'Evaluar una parte de la foto',
  hint: 'Pon el marco alrededor de una hoja.',
  frame: 'Marco',
  keys: 'Las teclas de flecha lo mueven. Con Shift lo hacen más grande o más pequeño.',
  stands: (left: number, top: number, side: number) =>
    `${percent(left)} desde la izquierda, ${percent(top)} desde arriba, ${percent(side)} de ancho`,
  photo: (at: number, of: number) => `Foto ${at} de ${of}`,
  next: 'Foto siguiente',
  judge: 'Evaluar esta parte',
  found: 'En esta parte es donde mejor se ve una hoja.',
  judging: 'Evaluando esta parte…',
  cancel: 'Cancelar',
  gone: 'Esta foto ya no está en este dispositivo.',
  failed:
    'Esta parte no se pudo evaluar. Lo que se encontró antes se conserva. Inténtalo una vez más.',
  missing:
    'El especialista en plantas no está aquí. Lo que se encontró antes se conserva. Descárgalo primero.',
};

export const plants = {
  anyPlant,
  cutOut,
  looked: (what: keyof typeof looked, count: number, at: number) =>
    `Se miró: ${looked[what](count, at)}.`,
  evidence: 'Dónde miró',
  weighed: ({ name, isHealthy }: NamedCondition, place: Place, isFramed: boolean) =>
    `${isFramed ? 'Dentro del marco, las' : 'Las'} zonas claras fueron las que más pesaron a favor de ${isHealthy ? 'una hoja sana' : name}: ${places[place]}.`,
  evidenceUnfetched: 'Esto no se pudo mostrar. Recarga esta pestaña para intentarlo de nuevo.',
  sureness,
  condition: ({ name, isHealthy }: NamedCondition) => (isHealthy ? 'Sana' : capital(name)),
  of: (crop: string, scientificName = '') =>
    [capital(crop), scientificName].filter(Boolean).join(' · '),
  causes: 'Qué puede ser',
  /** Of a conversation. */
  title: ({ name, crop, isHealthy }: NamedCondition, isLikely: boolean) => {
    const disease = capital(name.includes(crop) ? name : `${name} (${crop})`);
    const title = isHealthy ? `Planta sana (${crop})` : disease;
    return isLikely ? title : `¿${title}?`;
  },
  known: (crops: readonly string[]) =>
    `Plantas que se pueden evaluar por una hoja: ${all.format(crops)}.`,
  onlyKnown: ({ name, crop, isHealthy }: NamedCondition) =>
    `${capital(crop)}: solo se ${isHealthy ? 'conocen las hojas sanas' : `conoce ${name}`}.`,
  /** Above what the photo can still tell. */
  noClaim: 'Sin diagnóstico',
  unlikeCrop: (crop: string) => `La hoja no se parece a la de una planta de ${crop}.`,
  crop: 'Es',
  cropSeen: (crop: string) => `una planta de ${crop}, según la foto`,
  cropChange: 'Si no, elige.',
  cropNotSaid: '¿qué planta?',
  cropOption: (crop: string) => `una planta de ${crop}`,
  /** Where the page is not. */
  notesInEnglish: 'Las notas están en inglés.',
  noNotes: 'Aún no tengo notas sobre esto.',
  signs: (count: number) =>
    count === 1 ? '1 señal por comprobar' : `${count} señales por comprobar`,
  signsAgainst: 'Tus señales hablan en contra.',
  yes: 'Sí',
  no: 'No',
  today: 'Hoy',
  todayIf: ({ name, isHealthy }: NamedCondition) =>
    isHealthy ? 'Hoy, si está sana' : `Hoy, si es ${name}`,
  later: 'Esta semana y la próxima temporada',
  thisWeek: 'Esta semana',
  nextSeason: 'La próxima temporada',
  chemicals: 'Productos químicos',
  labelRules: 'Sigue la etiqueta y las normas locales.',
  lookAlikes: 'Qué se le parece',
  about: ({ kind, harvest }: Pick<PlantCard, 'kind' | 'harvest'>) =>
    `Sobre esto: ${kind === 'healthy' ? '' : 'propagación, '}${harvest ? 'cosecha, ' : ''}consejo`,
  spread: { low: 'Se propaga despacio.', medium: 'Se propaga.', high: 'Se propaga rápido.' },
  howSure: 'Con qué certeza',
  closest: 'Lo que más se acerca',
  figures: (hasSigns: boolean, photos: number, crop?: string) => {
    const s = photos === 1 ? '' : 's';
    const by = photos === 1 ? 'según la foto' : `según las ${photos} fotos`;
    const photo = crop === undefined ? by : `${by}, tomada${s} como de una planta de ${crop},`;
    const signs = `${photo} y las señales que marcaste`;
    const alone = crop === undefined ? `${photo} sola${s}` : photo.slice(0, -1);
    return `Entre los estados que conozco, ${hasSigns ? signs : alone}:`;
  },
  percent: (share: number) => (share < 0.01 ? 'menos del 1\u00a0%' : percent(share)),
  sources: (count: number) => (count === 1 ? '1 fuente' : `${count} fuentes`),
  source: (number: number, title: string) => `Fuente ${number}: ${title}`,
  read: (date: string) => `leído el ${dated(date)}`,
  /** Under what was told, which names what it is about. */
  since: (of: NamedCondition, now: NamedCondition | null) => {
    const called = ({ name, isHealthy }: NamedCondition) => (isHealthy ? 'sana' : name);
    return now
      ? `La ficha de arriba dice ahora: ${called(now)}.`
      : `La ficha de arriba ya no dice: ${called(of)}.`;
  },
  aboutSource:
    'La página puede haber cambiado desde que se leyó. Se entera de que la visitaste, y de nada de lo que se dice aquí.',
  noLaboratory: 'Este no es un diagnóstico de laboratorio.',
  reviewed: (date: string) => `Notas del ${dated(date)}.`,
} as const;
