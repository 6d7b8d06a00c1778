/** How components reach the app's state: no singletons, so a test or the gallery can give its own. */
import { createContext } from 'svelte';
import type { AppState } from './views';

export const [useApp, provideApp] = createContext<AppState>();
