/** Registers the service worker and tells when a newer version waits; it is applied only when asked to. */
export interface ServiceWorkerOptions {
  /** Called once a newer version is cached whole; `apply` switches to it and reloads. */
  readonly onUpdateReady: (apply: () => void) => void;
}

export async function registerServiceWorker({
  onUpdateReady,
}: ServiceWorkerOptions): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const container = navigator.serviceWorker;
  const registration = await container.register('./service-worker.js', { type: 'classic' });

  const offer = (worker: ServiceWorker) => {
    // Without a controller this is the first install, which replaces nothing.
    if (!container.controller) return;
    onUpdateReady(() => {
      // Another tab may have switched to it already, or to one that is newer still.
      if (worker.state === 'activated' || worker.state === 'redundant') return location.reload();
      container.addEventListener('controllerchange', () => location.reload(), { once: true });
      worker.postMessage({ type: 'skip-waiting' });
    });
  };
  if (registration.waiting) offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed') offer(worker);
    });
  });
}
