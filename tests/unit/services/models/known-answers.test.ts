import { describe, expect, it, vi } from 'vitest';
import type { ModelPlan } from '../../../../src/domain/models/model';
import { KnownAnswers } from '../../../../src/services/models/known-answers';

const planOf = (sha256: string) =>
  ({
    model: { id: 'ears', files: [{ path: 'graph', sha256 }] },
    variant: { id: 'wasm-q8', files: ['graph'] },
    threads: 2,
  }) as unknown as ModelPlan;

function rememberedBy(facts = new Map<string, unknown>(), browser = 'one') {
  const keeper = {
    fact: async (name: string) => facts.get(name),
    setFact: async (name: string, value: unknown) => void facts.set(name, value),
  };
  return { facts, answers: new KnownAnswers(keeper, browser) };
}

const asks = async (answers: KnownAnswers, plan = planOf('aaaa'), part?: string) => {
  const load = vi.fn(async (selfTest: boolean) => selfTest);
  return answers.asked(plan, load, part);
};

describe('known answers', () => {
  it('are asked for once, and for each part of a model apart', async () => {
    const { answers } = rememberedBy();
    expect([await asks(answers), await asks(answers)]).toEqual([true, false]);
    const plan = planOf('aaaa');
    expect([await asks(answers, plan, 'heart'), await asks(answers, plan, 'heart')]).toEqual([
      true,
      false,
    ]);
  });

  it('are asked for again with other files and in another browser', async () => {
    const { facts, answers } = rememberedBy();
    await asks(answers);
    expect(await asks(answers, planOf('bbbb'))).toBe(true);
    await asks(answers);
    expect(await asks(rememberedBy(facts, 'another').answers)).toBe(true);
  });

  it('are asked for again after a load that failed', async () => {
    const { answers } = rememberedBy();
    const failure = answers.asked(planOf('aaaa'), () => Promise.reject(new Error('wrong')));
    await expect(failure).rejects.toThrow('wrong');
    expect(await asks(answers)).toBe(true);
  });

  it('are asked for each time where nothing can be remembered', async () => {
    const broken = () => Promise.reject(new Error('no storage'));
    const answers = new KnownAnswers({ fact: broken, setFact: broken }, 'one');
    expect([await asks(answers), await asks(answers)]).toEqual([true, true]);
  });
});
