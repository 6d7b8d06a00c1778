import { online } from 'svelte/reactivity/window';
import { brokeOff, type PartPhase } from '../../state/part.svelte';

/** Whether it could not be fetched because there is no network now; what was refused would not come with one. Reactive. */
export const isOffline = (phase: PartPhase): boolean =>
  (phase.type === 'cut' || brokeOff(phase)) && online.current === false;
