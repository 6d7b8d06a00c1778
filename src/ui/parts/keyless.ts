/** Where a finger is what points, and most likely there is no keyboard. */
import { MediaQuery } from 'svelte/reactivity';

export const keyless = new MediaQuery('(pointer: coarse)');

/** And nothing else points: most likely the keys are those on the screen, whose Enter is for a new line. */
export const screenKeys = new MediaQuery('(pointer: coarse) and (hover: none)');
