/** Where a finger is all there is to point with, and most likely no keyboard. */
import { MediaQuery } from 'svelte/reactivity';

export const keyless = new MediaQuery('(hover: none) and (pointer: coarse)');
