/** Composition root: builds everything once and mounts the interface. */
import { mount } from 'svelte';
import { variantSizeBytes } from './domain/models';
import { registerServiceWorker } from './pwa/register';
import { languageModel, planOnWasm, threadsFor } from './services/catalogue';
import { openLibrary } from './services/library';
import { MindService } from './services/mind';
import { Chat } from './state/chat.svelte';
import { UpdateState } from './state/update.svelte';
import App from './ui/App.svelte';
import './ui/look.css';

const target = document.querySelector('#app');
if (!target) throw new Error('the page has no place for the app');

const plan = planOnWasm(languageModel('tansy-lite'), threadsFor(navigator.hardwareConcurrency));
const chat = new Chat(new MindService(plan), await openLibrary());
const update = new UpdateState();
mount(App, {
  target,
  props: { chat, mindBytes: variantSizeBytes(plan.model, plan.variant) ?? 0, update },
});
void chat.open();
void registerServiceWorker({ onUpdateReady: (apply) => update.offer(apply) });
