/** What `npm run bench` and `npm run eval:*` drive: the app's workers, built as the app builds them. */
import { openAnswers } from './answers';
import { openEars } from './ears';
import { benchMind } from './mind';
import { benchMouth } from './mouth';
import { openPlants } from './plants';
import { openSight } from './sight';
import { openTurns } from './turns';

const bench = { openAnswers, openEars, openPlants, openSight, openTurns, benchMind, benchMouth };
export type Bench = typeof bench;

Object.assign(window, { tansyBench: bench });
