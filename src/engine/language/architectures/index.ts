/** The architectures that Tansy can load, by the name the catalogue gives them. */
import type { LanguageModel } from '../../../domain/models/model';
import type { Architecture } from './architecture';
import { idefics3 } from './idefics3';
import { lfm2Vl } from './lfm2-vl';
import { qwen35 } from './qwen3-5';

export const architectures: Readonly<Record<LanguageModel['architecture'], Architecture>> = {
  idefics3,
  'lfm2-vl': lfm2Vl,
  'qwen3.5': qwen35,
};
