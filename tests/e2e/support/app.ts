/**
 * The built app in a real Chromium with a WAV as its microphone. Every request is written down, so that a test can
 * say that none went elsewhere; what is played is recorded, so that a test can hear it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { chromiumFlags, findChromium } from '../../../scripts/lib/chromium.js';
import { dist } from '../../../scripts/lib/paths.js';
import { startServer } from '../../../scripts/lib/server.js';
import { arrange, writeWav, type Sound } from './wav';

export interface AppOptions {
  /** Heard once, from the first time the microphone is opened. Silence when left out. */
  readonly microphone?: Sound;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  /** BCP 47, the only language that the browser asks for. */
  readonly locale?: string;
  /** Keep conversations and weights from an earlier `open` with the same folder. */
  readonly profile?: string;
  readonly permissions?: readonly string[];
  readonly flags?: readonly string[];
  /** A microphone that is silent until `say`: for what depends on how far the app has got. */
  readonly saysOnDemand?: boolean;
  /** As a person does who says no to the browser's question. */
  readonly denyMicrophone?: boolean;
  /** As a host of plain files does, which sets none of the app's headers. */
  readonly withoutHeaders?: boolean;
  /** Another build than that of now. */
  readonly folder?: string;
  /** Told of each path that the server is asked for, before it answers. */
  readonly onRequest?: (path: string) => void;
  /** Runs in every page before any of the app's own code. */
  readonly initScript?: () => void;
}

export interface OpenApp {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly url: string;
  /** Addresses asked for that are not of the app's own origin. */
  readonly foreign: readonly string[];
  readonly server: Awaited<ReturnType<typeof startServer>>;
  /** Paths that the server was asked for. */
  readonly served: readonly string[];
  /** After its `close`, on the same port. */
  restartServer(): Promise<void>;
  played(): Promise<Sound>;
  /** Into the microphone, now. Wants `saysOnDemand`. */
  say(sound: Sound): Promise<void>;
  close(): Promise<void>;
}

export function makeProfile(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'tansy-profile-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Copies everything that reaches the loudspeaker; runs in the page before any of its own code. */
function recordOutput(): void {
  const recorded = { chunks: [] as Float32Array[], sampleRateHz: 0 };
  Object.assign(window, { tansyRecorded: recorded });
  const recorders = new WeakMap<BaseAudioContext, AudioNode>();

  const connect = AudioNode.prototype.connect as (this: AudioNode, ...args: unknown[]) => unknown;
  AudioNode.prototype.connect = function (this: AudioNode, ...args: unknown[]) {
    const [destination] = args;
    if (destination instanceof AudioDestinationNode && this.context instanceof AudioContext) {
      let recorder = recorders.get(this.context);
      if (!recorder) {
        const node = this.context.createScriptProcessor(4096, 1, 1);
        node.onaudioprocess = ({ inputBuffer }) => {
          recorded.sampleRateHz = inputBuffer.sampleRate;
          recorded.chunks.push(inputBuffer.getChannelData(0).slice());
        };
        recorders.set(this.context, node);
        connect.call(node, destination);
        recorder = node;
      }
      if (this !== recorder) connect.call(this, recorder);
    }
    return connect.apply(this, args);
  } as typeof AudioNode.prototype.connect;
}

/** Puts a microphone in the browser's place that hears what the test says; runs in the page before any of its own code. */
function giveMicrophone(): void {
  const hearing: ((samples: Float32Array<ArrayBuffer>, sampleRateHz: number) => void)[] = [];
  navigator.mediaDevices.getUserMedia = async (asked) => {
    if (asked?.video)
      return MediaDevices.prototype.getUserMedia.call(navigator.mediaDevices, asked);
    const context = new AudioContext();
    const destination = context.createMediaStreamDestination();
    hearing.push((samples, sampleRateHz) => {
      const buffer = context.createBuffer(1, samples.length, sampleRateHz);
      buffer.copyToChannel(samples, 0);
      const source = context.createBufferSource();
      source.buffer = buffer;
      source.connect(destination);
      source.start();
    });
    return destination.stream;
  };
  Object.assign(window, {
    tansySay: (samples: number[], sampleRateHz: number) =>
      hearing.at(-1)?.(Float32Array.from(samples), sampleRateHz),
  });
}

export async function openApp(options: AppOptions = {}): Promise<OpenApp> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Chromium is not installed');
  const own = options.profile ? null : makeProfile();
  const profile = options.profile ?? own!.path;
  const scratch = mkdtempSync(join(tmpdir(), 'tansy-mic-'));
  const wav = join(scratch, 'microphone.wav');
  writeWav(wav, options.microphone ?? arrange([], { before: 30 }));
  const served: string[] = [];
  const port = await stablePort(profile);
  const serve = () =>
    startServer({
      folder: options.folder ?? dist,
      port,
      onRequest: (path: string) => {
        served.push(path);
        options.onRequest?.(path);
      },
      ...(options.withoutHeaders && { headers: () => ({}) }),
    });
  let server = await serve();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: options.viewport ?? { width: 1280, height: 800 },
    colorScheme: options.colorScheme ?? 'light',
    locale: options.locale ?? 'en-US',
    permissions: [
      ...(options.permissions ?? ['microphone', 'camera', 'clipboard-read', 'clipboard-write']),
    ],
    args: [
      ...chromiumFlags,
      '--use-fake-device-for-media-stream',
      options.denyMicrophone
        ? '--use-fake-ui-for-media-stream=deny'
        : '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-audio-capture=${wav}%noloop`,
      '--autoplay-policy=no-user-gesture-required',
      ...(options.flags ?? []),
    ],
  });
  const foreign: string[] = [];
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (/^https?:$/.test(protocol) && `${origin}/` !== server.url) foreign.push(request.url());
  });
  await context.addInitScript(recordOutput);
  if (options.saysOnDemand) await context.addInitScript(giveMicrophone);
  if (options.initScript) await context.addInitScript(options.initScript);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(server.url);
  return {
    page,
    context,
    url: server.url,
    foreign,
    get server() {
      return server;
    },
    served,
    async restartServer() {
      server = await serve();
    },
    async played() {
      const { samples, sampleRateHz } = await page.evaluate(() => {
        const { chunks, sampleRateHz } = (
          window as unknown as { tansyRecorded: { chunks: Float32Array[]; sampleRateHz: number } }
        ).tansyRecorded;
        return { samples: chunks.flatMap((chunk) => Array.from(chunk)), sampleRateHz };
      });
      return { samples: Float32Array.from(samples), sampleRateHz };
    },
    async say({ samples, sampleRateHz }) {
      await page.evaluate(
        ([all, rate]) =>
          (window as unknown as { tansySay(samples: number[], rate: number): void }).tansySay(
            all,
            rate,
          ),
        [Array.from(samples), sampleRateHz] as const,
      );
    },
    async close() {
      await context.close();
      await server.close();
      rmSync(scratch, { recursive: true, force: true });
      own?.remove();
    },
  };
}

const ports = new Map<string, number>();

/** The origin holds the data, so one profile always meets the same port. */
async function stablePort(profile: string): Promise<number> {
  const known = ports.get(profile);
  if (known) return known;
  const probe = await startServer({ folder: dist });
  await probe.close();
  ports.set(profile, probe.port);
  return probe.port;
}
