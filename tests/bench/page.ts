/** What `npm run bench` and `npm run eval:*` drive: the app's workers, built as the app builds them. */
import { openAnswers } from './answers';
import { openEars } from './ears';
import { benchMind } from './mind';
import { benchMouth } from './mouth';
import { openSight } from './sight';

const bench = { openAnswers, openEars, openSight, benchMind, benchMouth };
export type Bench = typeof bench;

Object.assign(window, { tansyBench: bench });
