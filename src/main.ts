/** Composition root: builds everything once and mounts the interface. */
import { mount } from 'svelte';
import { Player } from './audio/player';
import { variantSizeBytes } from './domain/models';
import { registerServiceWorker } from './pwa/register';
import { languageModel, planOnWasm, threadsFor, voiceModel } from './services/catalogue';
import { openLibrary } from './services/library';
import { LockerService } from './services/locker';
import { MindService } from './services/mind';
import { SpokenAnswers } from './services/spoken-answers';
import { Chat } from './state/chat.svelte';
import { UpdateState } from './state/update.svelte';
import App from './ui/App.svelte';
import './ui/look.css';

const target = document.querySelector('#app');
if (!target) throw new Error('the page has no place for the app');

const threads = threadsFor(navigator.hardwareConcurrency);
const plan = planOnWasm(languageModel('tansy-lite'), threads);
const voicePlan = planOnWasm(voiceModel('joe'), threads);
const locker = new LockerService();
const chat = new Chat(
  new MindService(plan, locker),
  await openLibrary(),
  new SpokenAnswers(voicePlan, new Player(), locker),
);
const liteBytes = [plan, voicePlan]
  .map(({ model, variant }) => variantSizeBytes(model, variant) ?? 0)
  .reduce((total, bytes) => total + bytes, 0);
const update = new UpdateState();
mount(App, {
  target,
  props: { chat, liteBytes, update },
});
void chat.open();
void registerServiceWorker({ onUpdateReady: (apply) => update.offer(apply) });
