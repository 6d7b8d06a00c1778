/** Shows one component of the screen to a test, with an app's state around it. */
import { flushSync, mount, unmount, type Component } from 'svelte';
import { afterEach, beforeEach } from 'vitest';
import '../../../src/ui/look.css';
import Within from './Within.svelte';

/** What it is shown in; another for each test. */
export let host: HTMLElement;
/** Takes it away before the test is over. */
export let undo: () => unknown = () => {};

beforeEach(() => {
  host = document.createElement('div');
  document.body.append(host);
});
afterEach(async () => {
  await undo();
  undo = () => {};
  host.remove();
});

export function show<P extends Record<string, unknown>>(
  component: Component<P>,
  app: object,
  props: P,
) {
  const mounted = mount(Within as unknown as Component<Record<string, unknown>>, {
    target: host,
    props: { app, component, props },
  });
  undo = () => unmount(mounted);
  flushSync();
}

export const find = <E extends HTMLElement>(selector: string) => host.querySelector<E>(selector)!;
