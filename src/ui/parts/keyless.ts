/** Where a finger is what points, and most likely there is no keyboard. */
import { MediaQuery } from 'svelte/reactivity';

export const keyless = new MediaQuery('(pointer: coarse)');
