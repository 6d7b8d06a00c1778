/**
 * The model locker's worker on a disk that fails once, in the step that the worker's name says; or, named `no-files`, in a
 * browser without private files, `no-handles`, in one that cannot write them in place, `nothing`, in one that keeps nothing
 * at all, `full`, on a disk with no room left, `room for 20 bytes` of them,
 * or that `takes 20 bytes` and does not tell.
 */
import { weightsHandlers } from '../../../src/engine/weights/handlers';
import { serve } from '../../../src/protocol/serve';
import type { WeightsContract } from '../../../src/protocol/weights';

const disk = FileSystemSyncAccessHandle.prototype;
const { flush, write } = disk;
let isBroken = true;

disk.flush = function () {
  if (isBroken && self.name === 'flush') {
    isBroken = false;
    throw new DOMException('the disk is gone', 'InvalidStateError');
  }
  flush.call(this);
};
disk.write = function (bytes, options) {
  // A record is the only short thing that is written.
  if (isBroken && self.name === 'write-record' && bytes.byteLength < 1000) {
    isBroken = false;
    return 0;
  }
  return write.call(this, bytes, options);
};

const notHere = () => Promise.reject(new DOMException('not here', 'SecurityError'));
if (self.name === 'no-files' || self.name === 'nothing') navigator.storage.getDirectory = notHere;
if (self.name === 'no-handles') {
  Reflect.deleteProperty(FileSystemFileHandle.prototype, 'createSyncAccessHandle');
}
if (self.name === 'nothing') caches.open = notHere;

if (self.name === 'full') navigator.storage.estimate = async () => ({ usage: 1, quota: 1 });
const [, room] = /^room for (\d+) bytes$/.exec(self.name) ?? [];
if (room) navigator.storage.estimate = async () => ({ usage: 0, quota: Number(room) });
const [, taken] = /^takes (\d+) bytes$/.exec(self.name) ?? [];
if (taken) {
  const { truncate } = disk;
  let left = Number(taken);
  disk.truncate = function (sizeBytes) {
    if (sizeBytes > left) throw new DOMException('no space', 'QuotaExceededError');
    left -= sizeBytes;
    truncate.call(this, sizeBytes);
  };
}

serve<WeightsContract>(self, weightsHandlers);
