/** What is shown of plants, in Brazilian Portuguese. What is known of them is in English. */
import type { Verdict } from '../../../domain/plants/diagnosis';
import type { PlantCard } from '../../../domain/plants/card';
import type { Place } from '../../../domain/plants/evidence';
import type { NamedCondition } from '../../../domain/plants/names';
import { capital } from '../capital';

const percent = (share: number) => `${Math.round(100 * share)}%`;
const day = new Intl.DateTimeFormat('pt-BR', { dateStyle: 'long', timeZone: 'UTC' });
const dated = (date: string) => day.format(new Date(date));

/** How sure it is of one cause, in a word. */
const sureness = (verdict: Verdict['type'], rank: number) => {
  if (verdict === 'likely' && rank === 0) return 'Provável';
  return verdict === 'possible' && rank >= 0 ? 'Possível' : 'Menos provável';
};

const all = new Intl.ListFormat('pt-BR', { type: 'conjunction' });

const places: Readonly<Record<Place, string>> = {
  upper: 'principalmente na metade de cima',
  lower: 'principalmente na metade de baixo',
  left: 'principalmente na metade esquerda',
  right: 'principalmente na metade direita',
  'upper-left': 'principalmente em cima, à esquerda',
  'upper-right': 'principalmente em cima, à direita',
  'lower-left': 'principalmente embaixo, à esquerda',
  'lower-right': 'principalmente embaixo, à direita',
  middle: 'principalmente no meio',
  scattered: 'em nenhum lugar específico',
  everywhere: 'em quase toda parte',
};

/** Of a photo, what was judged. */
const looked = {
  all: (count: number) => (count === 1 ? 'a foto inteira' : `as ${count} fotos inteiras`),
  middle: (count: number) =>
    count === 1 ? 'só o meio da foto' : `só o meio de cada uma das ${count} fotos`,
  part: (count: number, at: number) =>
    count === 1 ? 'só uma parte da foto' : `só uma parte da foto ${at} de ${count}`,
};

/** Of a plant that is not known: what anybody can check, and nothing that claims to know it. */
const anyPlant = {
  heading: 'O que observar em qualquer planta:',
  questions: [
    'Luz: ela recebe a que a espécie precisa? Foi mudada de lugar há pouco?',
    'Água: a terra está molhada ou seca a um dedo de fundura? A água consegue escorrer por baixo?',
    'Parte de baixo das folhas: há insetos, ovos, teias ou uma película pegajosa?',
    'Onde começou: nas folhas velhas, nas novas ou só de um lado?',
    'O que há de novo: vaso, adubo, algum produto, calor, frio ou corrente de ar?',
  ],
};

/** A part of a photo that is judged by itself. */
const cutOut = {
  start: 'Avaliar uma parte',
  another: 'Avaliar outra parte',
  whole: 'Foto inteira',
  heading: 'Avaliar uma parte da foto',
  hint: 'Coloque a moldura em volta de uma folha.',
  frame: 'Moldura',
  keys: 'As teclas de seta a movem. Com Shift, elas a deixam maior ou menor.',
  stands: (left: number, top: number, side: number) =>
    `${percent(left)} a partir da esquerda, ${percent(top)} a partir de cima, ${percent(side)} de largura`,
  photo: (at: number, of: number) => `Foto ${at} de ${of}`,
  next: 'Próxima foto',
  judge: 'Avaliar esta parte',
  found: 'É nesta parte que uma folha se vê melhor.',
  judging: 'Avaliando esta parte…',
  cancel: 'Cancelar',
  gone: 'Esta foto não está mais neste dispositivo.',
  failed:
    'Não foi possível avaliar esta parte. O que foi encontrado antes está guardado. Tente mais uma vez.',
  missing:
    'O especialista em plantas não está aqui. O que foi encontrado antes está guardado. Baixe-o primeiro.',
};

export const plants = {
  anyPlant,
  cutOut,
  looked: (what: keyof typeof looked, count: number, at: number) =>
    `Foi olhado: ${looked[what](count, at)}.`,
  evidence: 'Onde olhou',
  weighed: ({ name, isHealthy }: NamedCondition, place: Place, isFramed: boolean) =>
    `${isFramed ? 'Dentro da moldura, as' : 'As'} áreas claras foram as que mais pesaram a favor de ${isHealthy ? 'uma folha saudável' : name}: ${places[place]}.`,
  evidenceUnfetched: 'Não foi possível mostrar isto. Recarregue esta aba para tentar de novo.',
  sureness,
  condition: ({ name, isHealthy }: NamedCondition) => (isHealthy ? 'Saudável' : capital(name)),
  of: (crop: string, scientificName = '') =>
    [capital(crop), scientificName].filter(Boolean).join(' · '),
  causes: 'O que pode ser',
  /** Of a conversation. */
  title: ({ name, crop, isHealthy }: NamedCondition, isLikely: boolean) => {
    const disease = capital(name.includes(crop) ? name : `${name} (${crop})`);
    return `${isHealthy ? `Planta saudável (${crop})` : disease}${isLikely ? '' : '?'}`;
  },
  known: (crops: readonly string[]) =>
    `Plantas que podem ser avaliadas por uma folha: ${all.format(crops)}.`,
  onlyKnown: ({ name, crop, isHealthy }: NamedCondition) =>
    `${capital(crop)}: só se ${isHealthy ? 'conhecem folhas saudáveis' : `conhece ${name}`}.`,
  /** Above what the photo can still tell. */
  noClaim: 'Sem diagnóstico',
  unlikeCrop: (crop: string) => `A folha não se parece com a de um pé de ${crop}.`,
  crop: 'É',
  cropSeen: (crop: string) => `um pé de ${crop}, pela foto`,
  cropChange: 'Se não for, escolha.',
  cropNotSaid: 'qual planta?',
  cropOption: (crop: string) => `um pé de ${crop}`,
  /** Where the page is not. */
  notesInEnglish: 'As notas estão em inglês.',
  noNotes: 'Ainda não tenho notas sobre isto.',
  signs: (count: number) =>
    count === 1 ? '1 sinal para verificar' : `${count} sinais para verificar`,
  signsAgainst: 'Seus sinais falam contra isso.',
  yes: 'Sim',
  no: 'Não',
  today: 'Hoje',
  todayIf: ({ name, isHealthy }: NamedCondition) =>
    isHealthy ? 'Hoje, se estiver saudável' : `Hoje, se for ${name}`,
  later: 'Esta semana e na próxima estação',
  thisWeek: 'Esta semana',
  nextSeason: 'Próxima estação',
  chemicals: 'Produtos químicos',
  labelRules: 'Siga o rótulo e as regras locais.',
  lookAlikes: 'O que se parece com isto',
  about: ({ kind, harvest }: Pick<PlantCard, 'kind' | 'harvest'>) =>
    `Sobre isto: ${kind === 'healthy' ? '' : 'propagação, '}${harvest ? 'colheita, ' : ''}orientação`,
  spread: {
    low: 'Espalha-se devagar.',
    medium: 'Espalha-se.',
    high: 'Espalha-se rápido.',
  },
  howSure: 'Com que certeza',
  closest: 'O que chega mais perto',
  figures: (hasSigns: boolean, photos: number, crop?: string) => {
    const [by, s] = photos === 1 ? ['pela foto', ''] : [`pelas ${photos} fotos`, 's'];
    const photo = crop === undefined ? by : `${by}, tomada${s} como de um pé de ${crop},`;
    const signs = `${photo} e pelos sinais que você marcou`;
    const alone = crop === undefined ? `só ${photo}` : photo.slice(0, -1);
    return `Entre as condições que conheço, ${hasSigns ? signs : alone}:`;
  },
  percent: (share: number) => (share < 0.01 ? 'menos de 1%' : percent(share)),
  sources: (count: number) => (count === 1 ? '1 fonte' : `${count} fontes`),
  source: (number: number, title: string) => `Fonte ${number}: ${title}`,
  read: (date: string) => `lido em ${dated(date)}`,
  /** Under what was told, which names what it is about. */
  since: (of: NamedCondition, now: NamedCondition | null) => {
    const called = ({ name, isHealthy }: NamedCondition) => (isHealthy ? 'saudável' : name);
    return now
      ? `A ficha acima agora diz: ${called(now)}.`
      : `A ficha acima já não diz: ${called(of)}.`;
  },
  aboutSource:
    'A página pode ter mudado desde que foi lida. Ela fica sabendo que você a visitou, e nada do que é dito aqui.',
  noLaboratory: 'Este não é um diagnóstico de laboratório.',
  reviewed: (date: string) => `Notas de ${dated(date)}.`,
} as const;
