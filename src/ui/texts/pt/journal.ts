/** The plant journal, in Brazilian Portuguese. */
import { AppError } from '../../../domain/errors';
import {
  dayAfter,
  mostNameLetters,
  type Day,
  type JournalContent,
  type JournalPlant,
  type NameProblem,
} from '../../../domain/plants/journal';
import type { NamedCondition } from '../../../domain/plants/names';
import { panel } from './panel';

const date = new Intl.DateTimeFormat('pt-BR', { dateStyle: 'long' });
const weekday = new Intl.DateTimeFormat('pt-BR', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});
const onDay = (day: Day) => weekday.format(new Date(day));

const nameProblems: Readonly<Record<NameProblem, string>> = {
  empty: 'Dê um nome a ela.',
  'too-long': `Use no máximo ${mostNameLetters} letras em cada campo.`,
  taken: 'Já existe uma planta com este nome ali. Escolha essa, ou outro nome.',
};

const reasons: Readonly<Record<string, string>> = {
  gone: 'Esta planta foi excluída em outra aba. Nada foi adicionado a ela.',
  empty: 'Este arquivo está vazio. Escolha outro.',
  'too-large': 'Esta foto é grande demais. Escolha uma menor.',
  'too-small': 'Esta foto é pequena demais: não dá para distinguir nada. Escolha uma maior.',
  'not-an-image': 'Este arquivo não é uma foto. Escolha um arquivo JPEG, PNG ou WebP.',
  heic: 'Este navegador não consegue ler este formato da Apple. Salve a foto como JPEG e escolha essa.',
  damaged: 'Esta foto está danificada ou incompleta. Escolha outra cópia dela.',
};

/** What happened, what was kept, what to do. */
function failure(thrown: unknown): string {
  const { code, details } = AppError.from(thrown);
  if (code === 'quota-exceeded') {
    return 'O disco está cheio demais. Nada se perdeu: libere espaço e tente de novo.';
  }
  return (
    reasons[details.reason ?? ''] ?? 'Não foi possível salvar isto. Nada se perdeu: tente de novo.'
  );
}

/** After a colon: before a weekday, “no” or “na” would depend on which it is. */
function due(day: Day): string {
  const today = dayAfter(Date.now(), 0);
  if (day === today) return 'Olhar de novo hoje';
  return day < today
    ? `Olhar de novo: estava previsto para ${onDay(day)}`
    : `Olhar de novo: ${onDay(day)}`;
}

const inPlace = ({ name, place }: Pick<JournalPlant, 'name' | 'place'>) =>
  place === '' ? name : `${name}, ${place}`;

/** Unless its name says it. */
const about = ({ name, place, crop }: JournalPlant) =>
  [name.toLowerCase().includes(crop.toLowerCase()) ? '' : crop, place].filter(Boolean).join(' · ');

/** Each with its article. */
const kinds = {
  photo: 'a foto',
  note: 'a anotação',
  treatment: 'o tratamento',
  'look-again': 'o dia de olhar de novo',
} as const;

const removedKinds = {
  photo: 'Uma foto foi excluída.',
  note: 'Uma anotação foi excluída.',
  treatment: 'Um tratamento foi excluído.',
  'look-again': 'Um dia de olhar de novo foi excluído.',
} as const;

function removed({ plants: [plant], entries: [entry] }: JournalContent): string {
  if (plant) return panel.removed(plant.name);
  return entry ? removedKinds[entry.type] : '';
}

export const journal = {
  heading: panel.journal,
  close: 'Fechar o diário',
  empty: 'Aqui você pode guardar o que vê e faz com cada uma das suas plantas, dia a dia.',
  howToBegin: 'Dê nome a uma planta ou guarde um diagnóstico: a ficha dele tem um botão para isso.',
  notKept:
    'Este navegador não guarda nada para o Tansy agora: o que você escrever aqui termina com esta aba.',
  unread: 'Não foi possível ler o diário. Nada se perdeu: feche e abra de novo.',
  all: 'Todas as plantas',
  yours: 'Suas plantas',
  about,
  inPlace,
  date: (at: number) => date.format(at),
  failure,
  nameProblem: (problem: NameProblem) => nameProblems[problem],
  removed,

  keep: 'Guardar no diário',
  keptWith: 'No diário:',
  keepVerdict: 'Guardar o que foi encontrado',
  toConversation: 'Ir para a conversa',
  toEntry: 'Ir para o registro',
  with: 'Guardar com',
  newPlant: 'Uma planta nova',
  name: 'Nome',
  place: 'Onde cresce',
  crop: 'O que é',
  save: 'Salvar',
  keepIt: 'Guardar',
  cancel: 'Cancelar',

  addPlant: 'Nova planta',
  edit: 'Mudar nome ou lugar',
  removePlant: 'Excluir a planta',
  addPhoto: 'Adicionar uma foto',
  preparing: 'Preparando a foto…',
  addNote: 'Adicionar uma anotação',
  note: 'Sua anotação',
  treated: 'Tratada hoje',
  treatment: 'O que foi feito',
  steps: ({ name, isHealthy }: NamedCondition) =>
    isHealthy ? 'Das notas' : `Das notas sobre ${name}`,
  done: (step: string) => `Feito: ${step}`,
  ownWords: 'Com suas próprias palavras',
  nothingWritten: 'Escreva algo primeiro.',

  days: 7,
  lookAgain: 'Olhar de novo em 7 dias',
  due,
  wasDue: (day: Day) => `Para olhar de novo: ${onDay(day)}`,
  removeDue: 'Não precisa',
  toCalendar: 'Salvar no calendário',
  event: (plant: JournalPlant) => `Olhar de novo: ${plant.name}`,

  entry: {
    treatment: 'Tratada',
    note: 'Anotação',
    photo: 'Foto',
    'look-again': 'Olhar de novo',
  },
  removeEntry: (type: keyof typeof kinds, at: number) =>
    `Excluir ${kinds[type]} de ${date.format(at)}`,
  nothingYet: 'Ainda não há nada guardado dela.',
  photoOf: (at: number) => `Foto de ${date.format(at)}`,
  enlarge: (at: number) => `Mostrar a foto de ${date.format(at)} em tamanho grande`,
  closePhoto: 'Fechar a foto',

  compare: 'Comparar duas fotos',
  ofDay: (at: number, number: number) => `${date.format(at)}, foto ${number}`,
  earlier: 'Primeira foto',
  later: 'Segunda foto',
} as const;
