/** Reading the text in photos: found, put in order and written down line by line. */
import type { ModelPlan, ReadingModel } from '../domain/models/model';
import type { PhotoLine, PhotoText } from '../domain/photos/text';
import type { Method } from './contract';
import type { LoadedModel, LoadProgress } from './loading';

export interface ReadProgress {
  /** Pieces of text written down so far, of all that were found. */
  readonly done: number;
  readonly of: number;
  /** The line that this completed. */
  readonly line?: PhotoLine;
}

export interface ReadingContract {
  /** With `selfTest` the known answer is asked for; another one rejects `wrong-answer`. */
  load: Method<{ plan: ModelPlan<ReadingModel>; selfTest: boolean }, LoadProgress, LoadedModel>;
  /** Rejects `bad-input` for what is no picture. A photo without text gives no lines. */
  read: Method<{ readonly photo: Blob }, ReadProgress, PhotoText>;
}
