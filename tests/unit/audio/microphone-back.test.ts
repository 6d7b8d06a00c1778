import { beforeEach, describe, expect, it } from 'vitest';
import { whenMicrophoneIsBack, type Devices } from '../../../src/audio/microphone-back';
import type { ErrorCode } from '../../../src/domain/errors';

let inputs: number;
let media: EventTarget & { enumerateDevices(): Promise<MediaDeviceInfo[]> };
let permission: EventTarget & { state: PermissionState };
let backs: number;
let closing: AbortController;
let devices: Devices;

beforeEach(() => {
  inputs = 0;
  backs = 0;
  closing = new AbortController();
  media = Object.assign(new EventTarget(), {
    enumerateDevices: async () =>
      [{ kind: 'videoinput' }, ...Array(inputs).fill({ kind: 'audioinput' })] as MediaDeviceInfo[],
  });
  permission = Object.assign(new EventTarget(), { state: 'denied' as PermissionState });
  devices = {
    mediaDevices: media as unknown as Devices['mediaDevices'],
    permissions: { query: async () => permission as unknown as PermissionStatus },
  };
});
const wait = (code: ErrorCode) =>
  whenMicrophoneIsBack(code, closing.signal, () => (backs += 1), devices);
const settled = () => new Promise((resolve) => setTimeout(resolve));
async function plug(by: number) {
  inputs += by;
  media.dispatchEvent(new Event('devicechange'));
  await settled();
}
function allow(state: PermissionState) {
  permission.state = state;
  permission.dispatchEvent(new Event('change'));
}

describe('a microphone that could not be had', () => {
  it('is back once one more is plugged in, and that is told once', async () => {
    inputs = 1;
    await wait('microphone-lost');
    await plug(-1);
    expect(backs, 'it is told of as it goes').toBe(0);
    await plug(1);
    await plug(1);
    expect(backs).toBe(1);
  });

  it('is back once it is allowed, and not while it is blocked', async () => {
    await wait('microphone-denied');
    allow('denied');
    await plug(1);
    expect(backs).toBe(0);
    allow('granted');
    allow('prompt');
    expect(backs).toBe(1);
  });

  it('is waited for no longer than anybody wants to know', async () => {
    await wait('microphone-missing');
    await wait('microphone-denied');
    closing.abort();
    await plug(1);
    allow('granted');
    expect(backs).toBe(0);
  });

  it('is nothing to what else fails, nor where the browser does not tell', async () => {
    await wait('worker-crashed');
    devices = { ...devices, permissions: { query: () => Promise.reject(new TypeError()) } };
    await wait('microphone-denied');
    await plug(1);
    expect(backs).toBe(0);
  });
});
