/** What a person said, saved, brought in and erased, in Brazilian Portuguese. */
import type { OwnDataFailure, OwnDataOutcome } from '../../../state/own-data.svelte';
import { whole } from './figures';

const conversationsOf = (count: number) =>
  count === 1 ? '1 conversa' : `${whole.format(count)} conversas`;

const plantsOf = (count: number) => (count === 1 ? '1 planta' : `${whole.format(count)} plantas`);

const ownDataOutcome = (outcome: OwnDataOutcome) => {
  if (outcome.type === 'saved') return `Salvo como ${outcome.name}, onde ficam seus downloads.`;
  const settings =
    outcome.settings > 0 ? ' As configurações dele valem assim que esta aba for recarregada.' : '';
  const plants = outcome.plants > 0 ? ` e ${plantsOf(outcome.plants)}` : '';
  return `O arquivo continha ${conversationsOf(outcome.conversations)}${plants}; tudo está aqui agora.${settings}`;
};

const refusedFiles: Readonly<Record<string, string>> = {
  'not-an-export': 'Este não é um arquivo que o Tansy salvou.',
  'cut-off': 'Este arquivo está danificado ou incompleto.',
  newer: 'Este arquivo é de uma versão mais nova do Tansy.',
};

const ownDataFailure = ({ task, code, reason }: OwnDataFailure) => {
  if (task === 'saving')
    return 'Não foi possível salvar em um arquivo. Nada se perdeu. Tente de novo.';
  if (task === 'erasing') return 'Não foi possível apagar. Recarregue esta aba e tente de novo.';
  const why =
    code === 'quota-exceeded'
      ? 'O disco está cheio demais para este arquivo.'
      : (refusedFiles[reason ?? ''] ?? 'Não foi possível ler este arquivo.');
  const next = code === 'quota-exceeded' ? 'Libere espaço e tente de novo.' : 'Escolha outro.';
  return `${why} Nada dele foi importado, e tudo o que está aqui continua guardado. ${next}`;
};

export const ownData = {
  heading: 'Seus dados',
  about:
    'As conversas, com suas fotos e gravações, o diário de plantas e suas configurações estão só neste navegador. Um arquivo com tudo isso pode ser importado de novo aqui, ou em outro navegador.',
  save: 'Salvar em um arquivo',
  bring: 'Importar um arquivo',
  erase: 'Apagar tudo…',
  eraseQuestion:
    'Apagar todas as conversas, fotos e gravações, o diário de plantas e as configurações? Isso não pode ser desfeito. Os modelos ficam neste dispositivo.',
  eraseAll: 'Apagar tudo',
  keepAll: 'Manter tudo',
  stop: 'Parar',
  busy: {
    saving: 'Salvando em um arquivo…',
    bringing: 'Importando o arquivo…',
    erasing: 'Apagando…',
  },
  outcome: ownDataOutcome,
  failure: ownDataFailure,
} as const;
