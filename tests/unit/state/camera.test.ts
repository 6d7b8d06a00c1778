import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/domain/errors';
import type { OpenCamera } from '../../../src/services/photos/camera';
import { CameraState } from '../../../src/state/camera.svelte';
import { deferred } from '../../fakes/deferred';

interface Opening {
  readonly which: MediaTrackConstraints;
  readonly signal: AbortSignal;
  lose(): void;
  come(other?: MediaTrackConstraints | null): Promise<void>;
  fail(error: AppError): Promise<void>;
  closed: boolean;
}

const outward = { facingMode: { ideal: 'environment' } };
const inward = { facingMode: { ideal: 'user' } };
const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

function fixture() {
  const openings: Opening[] = [];
  const camera = new CameraState({
    outward,
    open(which, signal, lose) {
      const { promise, resolve, reject } = deferred<OpenCamera>();
      const opening: Opening = {
        which,
        signal,
        lose,
        closed: false,
        come(other = null) {
          const close = () => void (opening.closed = true);
          resolve({ stream: {} as MediaStream, facesUser: false, other, close });
          return settled();
        },
        fail(error) {
          reject(error);
          return settled();
        },
      };
      openings.push(opening);
      return promise;
    },
    snap: async () => new Blob(['photo']),
    measure: async () => Promise.reject(new Error('nothing is shown')),
  });
  return { camera, openings };
}
const view = { videoWidth: 640 } as HTMLVideoElement;

describe('the camera', () => {
  it('opens outward, takes a photo, and is closed', async () => {
    const { camera, openings } = fixture();
    void camera.open();
    expect(camera.phase.type).toBe('opening');
    expect(openings[0]!.which).toBe(outward);
    expect(await camera.snap(view)).toBeNull();
    await openings[0]!.come();
    expect(camera.phase.type).toBe('open');
    expect(await camera.snap({ videoWidth: 0 } as HTMLVideoElement), 'no picture yet').toBeNull();
    expect(await camera.snap(view)).toBeInstanceOf(Blob);
    camera.close();
    expect(camera.phase.type).toBe('closed');
    expect(openings[0]!.closed).toBe(true);
  });

  it('is closed before the other one opens, as phones want it', async () => {
    const { camera, openings } = fixture();
    void camera.open();
    await openings[0]!.come(inward);
    void camera.turn();
    expect(openings[0]!.closed).toBe(true);
    expect(openings[1]!.which).toBe(inward);
    await openings[1]!.come();
    expect(camera.phase.type).toBe('open');
    await camera.turn();
    expect(openings, 'there is no other').toHaveLength(2);
  });

  it('that comes after the viewfinder was closed is closed at once', async () => {
    const { camera, openings } = fixture();
    void camera.open();
    camera.close();
    expect(openings[0]!.signal.aborted).toBe(true);
    await openings[0]!.come();
    expect(openings[0]!.closed).toBe(true);
    expect(camera.phase.type).toBe('closed');
  });

  it('says why it is not there, and can be tried again', async () => {
    const { camera, openings } = fixture();
    void camera.open();
    await openings[0]!.fail(new AppError('camera-denied'));
    expect(camera.phase).toEqual({ type: 'failed', code: 'camera-denied' });
    void camera.open();
    await openings[1]!.come();
    openings[1]!.lose();
    expect(camera.phase).toEqual({ type: 'failed', code: 'camera-missing' });
    expect(openings[1]!.closed).toBe(true);
  });
});
