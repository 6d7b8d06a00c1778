/**
 * The built app in Chromium, in a room: its microphone hears the clips that are played there and, where that is switched
 * on, what the app itself says, a moment later and quieter. All is on the one clock of the app's own audio, in seconds.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from './chromium.js';
import { RoomRecord } from './room-figures.js';
import { startServer } from './server.js';
import { messagesFromNow } from './stored-messages.js';

/** Runs where the sound is made: mixes the microphone, and measures what the app says before and after its own loudness. */
function roomProcessor() {
  const blocksAtOnce = 32;
  const level = (samples) => {
    let sum = 0;
    for (const sample of samples ?? []) sum += sample * sample;
    return samples ? Math.sqrt(sum / samples.length) : 0;
  };

  class Room extends AudioWorkletProcessor {
    #clips = [];
    #echo;
    #at = 0;
    #gain = 0;
    #heard = null;

    constructor({ processorOptions: { delaySeconds } }) {
      super();
      this.#echo = new Float32Array(Math.max(128, Math.round(delaySeconds * sampleRate)));
      this.port.onmessage = ({ data }) => {
        if (data.type === 'loop') this.#gain = data.gain;
        else this.#clips.push({ ...data, next: 0 });
      };
    }

    process([[after], [before]], [[microphone]]) {
      for (let index = 0; index < microphone.length; index++) {
        microphone[index] = this.#gain * this.#echo[this.#at];
        this.#echo[this.#at] = after ? after[index] : 0;
        this.#at = (this.#at + 1) % this.#echo.length;
      }
      for (const clip of this.#clips) {
        if (currentTime < clip.atSeconds) continue;
        if (clip.next === 0) {
          this.port.postMessage({ type: 'saying', id: clip.id, seconds: currentTime });
        }
        const part = clip.samples.subarray(clip.next, clip.next + microphone.length);
        part.forEach((sample, index) => (microphone[index] += sample));
        clip.next += microphone.length;
      }
      this.#clips = this.#clips.filter(({ next, samples }) => next < samples.length);
      this.#note(level(before), level(after), microphone.length);
      return true;
    }

    #note(before, after, length) {
      const block = currentFrame / length;
      // A clock that leaps leaves a gap, which is not to be closed.
      const isNext = this.#heard && block === this.#heard.block + this.#heard.after.length;
      if (!isNext || this.#heard.after.length === blocksAtOnce) {
        if (this.#heard) this.port.postMessage(this.#heard);
        this.#heard = { type: 'heard', block, before: [], after: [] };
      }
      this.#heard.before.push(before);
      this.#heard.after.push(after);
    }
  }
  registerProcessor('room', Room);
}

/** Runs in the page before any of the app's own code. */
function furnish({ processor, delaySeconds }) {
  const connect = AudioNode.prototype.connect;
  const opened = Promise.withResolvers();
  const heard = [];
  const saying = new Map();
  /** Of the app's sound, the last node: what leads to it is before its loudness. */
  const last = new WeakSet();
  let isOpening = false;

  async function open(context) {
    const code = new Blob([processor], { type: 'text/javascript' });
    await context.audioWorklet.addModule(URL.createObjectURL(code));
    const room = new AudioWorkletNode(context, 'room', {
      numberOfInputs: 2,
      outputChannelCount: [1],
      channelCount: 1,
      channelCountMode: 'explicit',
      processorOptions: { delaySeconds },
    });
    room.port.onmessage = ({ data }) => {
      if (data.type === 'heard') return heard.push(data);
      const sinceMs = 1000 * (context.currentTime - data.seconds);
      saying.get(data.id)({ seconds: data.seconds, atMs: Date.now() - sinceMs });
    };
    return room;
  }

  AudioNode.prototype.connect = function (to, ...rest) {
    const isLast = to instanceof AudioDestinationNode && this.context instanceof AudioContext;
    if (isLast && !isOpening) {
      isOpening = true;
      last.add(this);
      open(this.context).then(opened.resolve, opened.reject);
    }
    const join = (input) => void opened.promise.then((room) => connect.call(this, room, 0, input));
    if (isLast && last.has(this)) join(0);
    else if (last.has(to)) join(1);
    return connect.call(this, to, ...rest);
  };
  navigator.mediaDevices.getUserMedia = async () => {
    const room = await opened.promise;
    const microphone = room.context.createMediaStreamDestination();
    connect.call(room, microphone);
    return microphone.stream;
  };
  window.tansyRoom = {
    async say(samples, sampleRateHz, atSeconds) {
      const room = await opened.promise;
      const rate = room.context.sampleRate;
      const length = Math.ceil((samples.length * rate) / sampleRateHz);
      const resampling = new OfflineAudioContext(1, length, rate);
      const source = resampling.createBufferSource();
      source.buffer = resampling.createBuffer(1, samples.length, sampleRateHz);
      source.buffer.copyToChannel(Float32Array.from(samples), 0);
      source.connect(resampling.destination);
      source.start();
      const clip = (await resampling.startRendering()).getChannelData(0);
      const said = Promise.withResolvers();
      const id = saying.size;
      saying.set(id, said.resolve);
      room.port.postMessage({ type: 'say', id, samples: clip, atSeconds });
      return said.promise;
    },
    async loop(gain) {
      (await opened.promise).port.postMessage({ type: 'loop', gain });
    },
    async heard() {
      const room = await opened.promise;
      return { blockSeconds: 128 / room.context.sampleRate, blocks: heard.splice(0) };
    },
  };
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export class VoiceRoom {
  #page;
  #record = null;
  #gain;
  #close;

  constructor(page, loopGain, close) {
    this.#page = page;
    this.#gain = loopGain;
    this.#close = close;
  }

  /** @param {{ folder: string, loopGain: number, loopDelayMs: number }} options `folder` has the built app */
  static async open({ folder, loopGain, loopDelayMs }) {
    const executablePath = findChromium();
    if (!executablePath) throw new Error('Chromium is needed: install it, or set CHROME_PATH.');
    const profile = mkdtempSync(join(tmpdir(), 'tansy-room-'));
    const server = await startServer({ folder });
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless: true,
      viewport: { width: 1280, height: 800 },
      permissions: ['microphone'],
      // The room's own processor is a blob, which the app's policy refuses.
      bypassCSP: true,
      args: [
        ...chromiumFlags,
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
        '--autoplay-policy=no-user-gesture-required',
        '--disable-background-timer-throttling',
        // Memory is told at once, not some time after the next collection.
        '--enable-blink-features=ForceEagerMeasureMemory',
      ],
    });
    const close = async () => {
      await context.close();
      await server.close();
      rmSync(profile, { recursive: true, force: true });
    };
    try {
      const processor = `(${roomProcessor})()`;
      await context.addInitScript(furnish, { processor, delaySeconds: loopDelayMs / 1000 });
      const page = context.pages()[0] ?? (await context.newPage());
      page.on('pageerror', (error) => console.error(error.message));
      await page.goto(server.url);
      await page.getByRole('button', { name: /^Fetch \d+ MB/ }).click();
      await page.getByLabel('Mute the voice').waitFor({ timeout: 300_000 });
      await page.getByRole('button', { name: 'Conversations' }).first().click();
      const room = new VoiceRoom(page, loopGain, close);
      await room.#switchTonesOff();
      await room.#talk();
      return room;
    } catch (thrown) {
      await close();
      throw thrown;
    }
  }

  close() {
    return this.#close();
  }

  /** The one that says that a question was heard would be taken for the first sound of its answer. */
  async #switchTonesOff() {
    await this.#page.getByRole('button', { name: 'Settings' }).click();
    const settings = this.#page.getByRole('dialog', { name: 'Settings' });
    await settings.getByLabel('Short tones while hands-free').uncheck();
    await settings.getByRole('button', { name: 'Close' }).click();
  }

  async #talk() {
    const button = this.#page.getByRole('button', { name: /^Hold to talk/ });
    const enabled = button.and(this.#page.locator('[aria-disabled=false]'));
    await enabled.waitFor({ timeout: 120_000 });
    // As a screen reader presses it: a slow machine would make a tap of the mouse a held turn.
    await enabled.evaluate((talk) => talk.click());
    await this.until(async () => (await this.phase()) === 'listening', 60, 'it listens');
  }

  phase() {
    return this.#page.locator('.talk .word').textContent();
  }

  /** @returns {Promise<() => Promise<object[]>>} those that are stored from now on, oldest first */
  async messagesFromNow() {
    const fresh = await messagesFromNow(this.#page);
    return async () =>
      (await fresh()).map(({ id, role, parts, status, createdAt }) => {
        const text = parts.map((part) => part.text ?? '').join(' ');
        return { id, role, text, status: status.type, createdAt };
      });
  }

  /** What was heard up to now. */
  async record() {
    const { blockSeconds, blocks } = await this.#page.evaluate(() => window.tansyRoom.heard());
    this.#record ??= new RoomRecord(blockSeconds);
    for (const heard of blocks) this.#record.add(heard);
    return this.#record;
  }

  /**
   * @param {number} [atSeconds] when its voice begins; at once where that is over
   * @returns {Promise<{ fromSeconds: number, toSeconds: number, toMs: number }>} where its voice is: `toMs` since 1970
   */
  async say({ samples, sampleRateHz, voice }, atSeconds = 0) {
    const { seconds, atMs } = await this.#page.evaluate(
      ([all, rate, at]) => window.tansyRoom.say(all, rate, at),
      [Array.from(samples), sampleRateHz, atSeconds - voice.fromSeconds],
    );
    return {
      fromSeconds: seconds + voice.fromSeconds,
      toSeconds: seconds + voice.toSeconds,
      toMs: atMs + 1000 * voice.toSeconds,
    };
  }

  /** Of the page and its workers, once what is no longer needed has been given back. */
  async memoryBytes() {
    const measured = await this.#page.evaluate(() => performance.measureUserAgentSpecificMemory());
    return measured.bytes;
  }

  /** Whether the microphone hears what the app says. */
  loop(isOn) {
    return this.#page.evaluate((gain) => window.tansyRoom.loop(gain), isOn ? this.#gain : 0);
  }

  /** The next question has nothing before it. */
  async startAnew() {
    await this.#page.getByRole('button', { name: 'New conversation' }).click();
  }

  /** Whether nobody speaks, and nothing is being answered. */
  async isCalm(fromSeconds) {
    const record = await this.record();
    const isQuiet = record.soundFrom(record.endSeconds - 1) === null;
    return isQuiet && record.endSeconds > fromSeconds && (await this.phase()) === 'listening';
  }

  /** Resolves with what `look` gives, once that is not false or null. @throws after so many seconds, saying what never came */
  async until(look, seconds, what) {
    const end = Date.now() + 1000 * seconds;
    for (;;) {
      const found = await look();
      if (found !== false && found !== null) return found;
      if (Date.now() > end) {
        throw new Error(`In ${seconds} s it never came that ${what}: it is ${await this.phase()}.`);
      }
      await pause(50);
    }
  }
}
