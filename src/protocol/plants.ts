/** Judging a leaf: what the plant specialist makes of photos. What is said of it is a rule of the domain. */
import type { PlantScores } from '../domain/plants/diagnosis';
import type { ModelPlan, PlantsModel } from '../domain/models/model';
import type { Square } from '../domain/plants/square';
import type { Method } from './contract';
import type { LoadedModel, LoadProgress } from './loading';

export interface PlantsContract {
  /** With `selfTest` the known answer is asked for; another one rejects `wrong-answer`. */
  load: Method<{ plan: ModelPlan<PlantsModel>; selfTest: boolean }, LoadProgress, LoadedModel>;
  /** The middle of the photo, or the square of it that is given. Rejects `bad-input` for what is no picture. */
  examine: Method<
    { readonly photo: Blob; readonly square?: Square | undefined },
    never,
    PlantScores
  >;
}
