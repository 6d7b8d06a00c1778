/** Where the panel of conversations stands beside the page; on narrower screens it is a drawer over it. */
import { MediaQuery } from 'svelte/reactivity';

export const wide = new MediaQuery('min-width: 1000px');
