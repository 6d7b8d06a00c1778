/**
 * How many requests left Tansy's tabs and their workers, counted by the service worker that all of them pass. What a browser
 * asks by itself, as for a newer service worker, is not among them.
 */
interface RequestCount {
  /** Another one begins at 0. */
  readonly life: string;
  readonly requests: number;
}

const longestMs = 300;

/** Null where no service worker has this page, or it does not answer. */
function soFar(): Promise<RequestCount | null> {
  const worker = navigator.serviceWorker?.controller;
  if (!worker) return Promise.resolve(null);
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const end = (count: RequestCount | null) => {
      clearTimeout(late);
      port1.close();
      resolve(count);
    };
    const late = setTimeout(() => end(null), longestMs);
    port1.onmessage = ({ data }: MessageEvent<RequestCount>) => end(data);
    worker.postMessage({ type: 'count-requests' }, [port2]);
  });
}

/** Begins to count. What it gives tells how many there were since; undefined where that is not known. */
export function countRequests(): () => Promise<number | undefined> {
  const before = soFar();
  return async () => {
    const [from, to] = await Promise.all([before, soFar()]);
    return from && to && from.life === to.life ? to.requests - from.requests : undefined;
  };
}
