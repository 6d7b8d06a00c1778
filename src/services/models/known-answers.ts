/**
 * Which models have given their known answer here. Each is asked once for these files in this browser, and the outcome
 * remembered: a wrong kernel does not come and go, and the question costs up to a second of every start.
 */
import { variantFiles, type ModelPlan } from '../../domain/models/model';
import type { SettingsKeeper } from '../kept/library';

type Facts = Pick<SettingsKeeper, 'fact' | 'setFact'>;

/** Enough of a hash to tell versions of a file apart. */
const hashLetters = 12;

const factOf = ({ model, variant }: ModelPlan, part: string) =>
  ['known-answer', model.id, variant.id, part].filter(Boolean).join('/');

export class KnownAnswers {
  readonly #facts: Facts;
  readonly #browser: string;

  /** @param browser name and version: another one brings other kernels */
  constructor(facts: Facts, browser: string) {
    this.#facts = facts;
    this.#browser = browser;
  }

  /**
   * Loads a model, with its test where that was not passed here yet. A load that rejects leaves it to be asked again.
   * @param part what of the model is loaded, where that can be one of several
   */
  async asked<Result>(
    plan: ModelPlan,
    load: (selfTest: boolean) => Promise<Result>,
    part = '',
  ): Promise<Result> {
    const name = factOf(plan, part);
    const passed = this.#identityOf(plan);
    const earlier = await this.#facts.fact(name).catch(() => undefined);
    const selfTest = earlier !== passed;
    const result = await load(selfTest);
    // What cannot be kept is asked again another time.
    if (selfTest) await this.#facts.setFact(name, passed).catch(() => {});
    return result;
  }

  #identityOf({ model, variant }: ModelPlan): string {
    const hashes = variantFiles(model, variant).map(({ sha256 }) => sha256?.slice(0, hashLetters));
    return [this.#browser, ...hashes].join(' ');
  }
}
