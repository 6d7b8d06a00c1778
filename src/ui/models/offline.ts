import { online } from 'svelte/reactivity/window';
import type { PartPhase } from '../../state/part.svelte';

/** Whether it could not be fetched because there is no network now. Reactive. */
export const isOffline = (phase: PartPhase): boolean =>
  (phase.type === 'cut' || (phase.type === 'failed' && phase.code === 'download-failed')) &&
  online.current === false;
