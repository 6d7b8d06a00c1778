/** What lies before the device, if it has a camera on that side. */
export const outward: MediaTrackConstraints = { facingMode: { ideal: 'environment' } };
