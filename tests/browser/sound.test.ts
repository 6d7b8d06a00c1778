/** The two ends of the app's sound, with real audio threads: a microphone that becomes frames, and pieces that are played. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openMicrophone, type Microphone } from '../../src/audio/microphone';
import type { MicrophoneEvents } from '../../src/audio/microphone-input';
import { prepareCapture } from '../../src/audio/prepare-capture';
import { Player } from '../../src/audio/player';
import type { SoundFrame } from '../../src/domain/voice/sound-frame';

const never = new AbortController().signal;
const nothing = { lost() {}, muted() {} };
let player: Player;
const open = (signal = never, on: MicrophoneEvents = nothing) =>
  openMicrophone(signal, on, () => player.openSpeaker());

/** Whether somebody has pressed anything in the page. */
const activate = (hasBeenActive: boolean) =>
  vi.spyOn(navigator.userActivation, 'hasBeenActive', 'get').mockReturnValue(hasBeenActive);

/** Those that make such a node from now on, in the order in which they do. */
function contextsOf(create: 'createGain' | 'createBufferSource'): AudioContext[] {
  const contexts: AudioContext[] = [];
  const make = AudioContext.prototype[create] as (this: AudioContext) => never;
  vi.spyOn(AudioContext.prototype, create).mockImplementation(function (this: AudioContext) {
    contexts.push(this);
    return make.call(this);
  });
  return contexts;
}

beforeEach(() => void (player = new Player()));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** A tone in the microphone's place, in two channels at the device's own rate. */
async function tone(frequencyHz: number) {
  const context = new AudioContext();
  await context.resume();
  const oscillator = new OscillatorNode(context, { frequency: frequencyHz });
  const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 2 });
  oscillator.connect(destination);
  oscillator.start();
  const { stream } = destination;
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockResolvedValue(stream);
  return stream.getAudioTracks()[0]!;
}

async function hear({ frames }: Microphone, count: number): Promise<SoundFrame[]> {
  const heard: SoundFrame[] = [];
  await new Promise<void>((resolve) => {
    frames.onmessage = ({ data }: MessageEvent<SoundFrame>) => {
      if (heard.push(data) === count) resolve();
    };
  });
  return heard;
}

const waves = (samples: readonly number[]) =>
  samples.filter((sample, at) => at > 0 && samples[at - 1]! < 0 && sample >= 0).length;

describe('a microphone that may be asked for soon', () => {
  it('has what captures it made ready, and is neither asked for nor opened', async () => {
    const asks = vi.spyOn(navigator.mediaDevices, 'getUserMedia');
    const modules = vi.spyOn(AudioWorklet.prototype, 'addModule');
    activate(true);
    await prepareCapture(() => player.openSpeaker());
    expect(modules).toHaveBeenCalledOnce();
    expect(asks).not.toHaveBeenCalled();
    // It is the context that it will be opened in, and the module is known there by now.
    expect(() => new AudioWorkletNode(player.openSpeaker().context, 'capture')).not.toThrow();
  });

  it('begins no sound before somebody has pressed anything', async () => {
    activate(false);
    const speaker = vi.fn<() => never>();
    await prepareCapture(speaker);
    expect(speaker).not.toHaveBeenCalled();
  });
});

function unplug(track: MediaStreamTrack): void {
  track.stop();
  track.dispatchEvent(new Event('ended'));
}

describe('the microphone', () => {
  it('is heard as frames of 512 samples at 16 kHz, of one channel', async () => {
    await tone(400);
    const microphone = await open();
    const heard = await hear(microphone, 60);
    microphone.close();
    expect(new Set(heard.map(({ samples }) => samples.length))).toEqual(new Set([512]));
    const samples = heard.slice(20).flatMap(({ samples }) => [...samples]);
    expect(heard.flatMap(({ played }) => [...played]).every((sample) => sample === 0)).toBe(true);
    expect(Math.max(...samples)).toBeGreaterThan(0.3);
    // Another rate would give another number of waves; a busy machine drops a few.
    const wanted = (400 * samples.length) / 16_000;
    expect(waves(samples) / wanted).toBeGreaterThan(0.9);
    expect(waves(samples) / wanted).toBeLessThan(1.1);
  });

  it('is let go of when it is closed', async () => {
    const track = await tone(400);
    const microphone = await open();
    expect(track.readyState).toBe('live');
    microphone.close();
    expect(track.readyState).toBe('ended');
  });

  it('that is unplugged tells so where there is no other', async () => {
    const track = await tone(400);
    let lost = 0;
    const microphone = await open(never, { ...nothing, lost: () => (lost += 1) });
    const none = new DOMException('none', 'NotFoundError');
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(none);
    unplug(track);
    await expect.poll(() => lost).toBe(1);
    microphone.close();
  });

  it('that is unplugged leaves its place to another', async () => {
    const track = await tone(400);
    const told: string[] = [];
    const microphone = await open(never, {
      lost: () => void told.push('lost'),
      muted: (muted) => void told.push(muted ? 'deaf' : 'hears'),
    });
    const other = await tone(800);
    unplug(track);
    await expect.poll(() => told).toEqual(['deaf', 'hears']);
    const samples = (await hear(microphone, 60)).slice(20).flatMap(({ samples }) => [...samples]);
    expect(waves(samples) / (800 * (samples.length / 16_000))).toBeGreaterThan(0.9);
    microphone.close();
    expect(other.readyState).toBe('ended');
    expect(told).toEqual(['deaf', 'hears']);
  });

  it('that takes its place and goes at once, again and again, is not asked for for ever', async () => {
    const track = await tone(400);
    let lost = 0;
    const microphone = await open(never, { ...nothing, lost: () => (lost += 1) });
    const asked = vi.spyOn(navigator.mediaDevices, 'getUserMedia');
    asked.mockClear();
    // The mock still gives the one that has ended.
    unplug(track);
    await expect.poll(() => lost).toBe(1);
    expect(asked).toHaveBeenCalledTimes(3);
    microphone.close();
  });

  it('is the headset, once the system has chosen that', async () => {
    const chosen = (label: string) =>
      vi
        .spyOn(navigator.mediaDevices, 'enumerateDevices')
        .mockResolvedValue([
          { deviceId: 'default', groupId: '', kind: 'audioinput', label } as MediaDeviceInfo,
        ]);
    const change = () => navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    chosen('built in');
    const track = await tone(400);
    const microphone = await open();
    const asked = vi.spyOn(navigator.mediaDevices, 'getUserMedia');
    asked.mockClear();
    // Something else was plugged in.
    change();
    expect(await hear(microphone, 3)).toHaveLength(3);
    expect(asked).not.toHaveBeenCalled();
    const headset = await tone(800);
    chosen('headset');
    change();
    await expect.poll(() => track.readyState).toBe('ended');
    expect(await hear(microphone, 3)).toHaveLength(3);
    expect(headset.readyState).toBe('live');
    microphone.close();
    expect(headset.readyState).toBe('ended');
    chosen('built in');
    change();
    expect(asked).toHaveBeenCalledOnce();
  });

  it('that the device mutes tells so, and is heard once that is over', async () => {
    const track = await tone(400);
    const told: boolean[] = [];
    const microphone = await open(never, {
      ...nothing,
      muted: (muted) => void told.push(muted),
    });
    const resume = vi.spyOn(AudioContext.prototype, 'resume');
    track.dispatchEvent(new Event('mute'));
    track.dispatchEvent(new Event('unmute'));
    expect(told).toEqual([true, false]);
    expect(resume).toHaveBeenCalledOnce();
    expect(await hear(microphone, 3)).toHaveLength(3);
    microphone.close();
  });

  it('that is muted when it opens tells so', async () => {
    const track = await tone(400);
    vi.spyOn(track, 'muted', 'get').mockReturnValue(true);
    const told: boolean[] = [];
    const muted = (is: boolean) => void told.push(is);
    (await open(never, { ...nothing, muted })).close();
    expect(told).toEqual([true]);
  });

  it('that nobody waits for any more is let go of, and not opened', async () => {
    const track = await tone(400);
    const stop = new AbortController();
    const opening = open(stop.signal);
    stop.abort();
    await expect(opening).rejects.toMatchObject({ code: 'aborted' });
    expect(track.readyState).toBe('ended');
  });

  it('that nobody waits for any more is let go of where its audio thread never begins', async () => {
    const track = await tone(400);
    vi.spyOn(AudioContext.prototype, 'state', 'get').mockReturnValue('suspended');
    const resumed = vi
      .spyOn(AudioContext.prototype, 'resume')
      .mockReturnValue(new Promise(() => {}));
    const stop = new AbortController();
    void open(stop.signal);
    await expect.poll(() => resumed.mock.calls.length).toBe(1);
    expect(track.readyState).toBe('live');
    stop.abort();
    expect(track.readyState).toBe('ended');
  });

  it('has beside it what is played at the same time, as loud as it is played', async () => {
    await tone(400);
    const microphone = await open();
    const { context } = player.openSpeaker();
    const length = 3 * context.sampleRate;
    const wave = (_: unknown, at: number) =>
      0.5 * Math.sin((2 * Math.PI * 800 * at) / context.sampleRate);
    player.amplify(0.5);
    void player.play(Float32Array.from({ length }, wave), context.sampleRate);
    await vi.waitFor(() => expect(context.currentTime).toBeGreaterThan(0.2));
    const heard = (await hear(microphone, 50)).slice(20);
    player.flush();
    microphone.close();
    const samplesOf = (which: 'samples' | 'played') => heard.flatMap((frame) => [...frame[which]]);
    const seconds = (heard.length * 512) / 16_000;
    expect(waves(samplesOf('played')) / (800 * seconds)).toBeCloseTo(1, 1);
    expect(waves(samplesOf('samples')) / (400 * seconds)).toBeCloseTo(1, 1);
    expect(Math.max(...samplesOf('played'))).toBeCloseTo(0.25, 1);
  });

  it('hears what is played not before it is played, and soon', async () => {
    const { context, output } = player.openSpeaker();
    await context.resume();
    const back = new MediaStreamAudioDestinationNode(context);
    output.connect(back);
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockResolvedValue(back.stream);
    const microphone = await open();
    const length = context.sampleRate / 2;
    const click = new Float32Array(length);
    click.fill(0.5, length / 2, length / 2 + 40);
    void player.play(click, context.sampleRate);
    const heard = await hear(microphone, 40);
    microphone.close();
    const loudestAt = (which: 'samples' | 'played') => {
      const all = heard.flatMap((frame) => [...frame[which]]);
      return all.indexOf(Math.max(...all)) / 16_000;
    };
    const delaySeconds = loudestAt('samples') - loudestAt('played');
    expect(delaySeconds).toBeGreaterThanOrEqual(0);
    expect(delaySeconds).toBeLessThan(0.3);
  });

  it('leaves nothing behind in the sound that goes on, also where it cannot be opened', async () => {
    await tone(400);
    const { output } = player.openSpeaker();
    const connected = vi.spyOn(output, 'connect');
    const disconnected = vi.spyOn(output, 'disconnect');
    (await open()).close();
    vi.spyOn(AudioContext.prototype, 'createMediaStreamSource').mockImplementation(() => {
      throw new DOMException('another rate', 'NotSupportedError');
    });
    await tone(400);
    await expect(open()).rejects.toMatchObject({ code: 'microphone-missing' });
    const nodes = connected.mock.calls.map(([node]) => node);
    expect(nodes).toHaveLength(2);
    expect(disconnected.mock.calls.map(([node]) => node)).toEqual(nodes);
  });

  it('whose audio is closed by the browser is lost; closed by us it is not, and what is played goes on', async () => {
    await tone(400);
    let lost = 0;
    const on = { ...nothing, lost: () => (lost += 1) };
    const { context } = player.openSpeaker();
    (await open(never, on)).close();
    expect(context.state).toBe('running');
    const microphone = await open(never, on);
    await context.close();
    await expect.poll(() => lost).toBe(1);
    microphone.close();
  });

  it('that is refused, or is not there, is told apart', async () => {
    const asked = vi.spyOn(navigator.mediaDevices, 'getUserMedia');
    asked.mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    await expect(open()).rejects.toMatchObject({
      code: 'microphone-denied',
    });
    asked.mockRejectedValue(new DOMException('none', 'NotFoundError'));
    await expect(open()).rejects.toMatchObject({
      code: 'microphone-missing',
    });
  });
});

describe('the player', () => {
  const rateHz = 24_000;
  const sound = (seconds: number) => new Float32Array(seconds * rateHz).fill(0.1);

  it('plays one piece after another, and says when each begins to be heard', async () => {
    const player = new Player();
    player.unlock();
    const said: string[] = [];
    const startedAt = performance.now();
    const play = (name: string) =>
      player
        .play(sound(0.3), rateHz, () => said.push(`${name} begins`))
        .then(() => said.push(`${name} ends`));
    await Promise.all([play('first'), play('second')]);
    expect(said.filter((line) => line.endsWith('ends'))).toEqual(['first ends', 'second ends']);
    expect(said.indexOf('second begins')).toBeGreaterThan(said.indexOf('first begins'));
    expect(performance.now() - startedAt).toBeGreaterThan(550);
  });

  it('joins pieces without a seam, and fades one that breaks off and one that comes late', async () => {
    const create = vi.spyOn(AudioContext.prototype, 'createGain');
    const player = new Player();
    player.unlock();
    const output = create.mock.results[0]!.value as GainNode;
    const { sampleRate } = output.context;
    const analyser = new AnalyserNode(output.context, { fftSize: 32_768 });
    output.connect(analyser);
    const heard = () => {
      const samples = new Float32Array(analyser.fftSize);
      analyser.getFloatTimeDomainData(samples);
      return samples;
    };
    const play = () => player.play(new Float32Array(sampleRate / 10).fill(0.5), sampleRate);
    // What waits for the output to begin is no piece that follows another.
    await vi.waitFor(() => expect(output.context.state).toBe('running'));
    await Promise.all([play(), play()]);
    const joined = heard();
    const loud = joined.filter((sample) => sample > 0.499).length / sampleRate;
    expect(loud).toBeGreaterThan(0.19);
    expect(loud).toBeLessThan(0.2);
    await play();
    const steps = heard().map((sample, at, all) =>
      at === 0 ? 0 : Math.abs(sample - all[at - 1]!),
    );
    expect(Math.max(...steps)).toBeGreaterThan(0);
    expect(Math.max(...steps)).toBeLessThan(0.01);
  });

  it('is as loud as was chosen, also before it has an output, and quieter by as much while it is ducked', async () => {
    const create = vi.spyOn(AudioContext.prototype, 'createGain');
    const player = new Player();
    player.amplify(1.4);
    player.unlock();
    const { gain } = create.mock.results[0]!.value as GainNode;
    expect(gain.value).toBeCloseTo(1.4);
    const playing = player.play(sound(5), rateHz);
    player.amplify(0.5);
    await vi.waitFor(() => expect(gain.value).toBeCloseTo(0.5, 2));
    player.duck(true);
    await vi.waitFor(() => expect(gain.value).toBeCloseTo(0.125, 2));
    player.flush();
    await playing;
  });

  it('is silent at once when it is flushed: what waits is over, and never begins', async () => {
    const player = new Player();
    player.unlock();
    const begun: string[] = [];
    const first = player.play(sound(5), rateHz, () => begun.push('first'));
    const second = player.play(sound(5), rateHz, () => begun.push('second'));
    await vi.waitFor(() => expect(begun).toEqual(['first']));
    const flushedAt = performance.now();
    player.flush();
    await Promise.all([first, second]);
    expect(performance.now() - flushedAt).toBeLessThan(2000);
    expect(begun).toEqual(['first']);
    await player.play(sound(0.05), rateHz, () => begun.push('third'));
    expect(begun).toEqual(['first', 'third']);
  });

  it('gives up what an interruption froze, where the sound does not come back', async () => {
    const contexts = contextsOf('createBufferSource');
    const player = new Player();
    player.unlock();
    let begun = 0;
    const first = player.play(sound(20), rateHz, () => (begun += 1));
    const second = player.play(sound(20), rateHz, () => (begun += 1));
    await vi.waitFor(() => expect(begun).toBe(1));
    vi.spyOn(contexts[0]!, 'resume').mockReturnValue(new Promise(() => {}));
    await contexts[0]!.suspend();
    await Promise.all([first, second]);
    expect(begun).toBe(1);
  });

  it('is heard again after the browser closed its audio', async () => {
    const contexts = contextsOf('createGain');
    const player = new Player();
    player.unlock();
    const cutOff = player.play(sound(20), rateHz);
    await vi.waitFor(() => expect(contexts[0]!.currentTime).toBeGreaterThan(0));
    await contexts[0]!.close();
    await cutOff;
    let begun = 0;
    await player.play(sound(0.1), rateHz, () => (begun += 1));
    expect(begun).toBe(1);
    expect(contexts.at(-1)).not.toBe(contexts[0]);
  });

  it('goes on after an interruption', async () => {
    const player = new Player();
    const contexts = contextsOf('createGain');
    player.unlock();
    let begun = false;
    const heard = player.play(sound(0.5), rateHz, () => (begun = true));
    await vi.waitFor(() => expect(begun).toBe(true));
    await contexts[0]!.suspend();
    await heard;
    expect(contexts[0]!.state).toBe('running');
  });

  it('gives a piece up that the browser lets nobody hear', async () => {
    vi.spyOn(AudioContext.prototype, 'state', 'get').mockReturnValue('suspended');
    vi.spyOn(AudioContext.prototype, 'resume').mockReturnValue(new Promise(() => {}));
    const player = new Player();
    let begun = false;
    await player.play(sound(0.1), rateHz, () => (begun = true));
    expect(begun).toBe(false);
  });
});
