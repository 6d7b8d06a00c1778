/** What a thumb feels that covers the button: that it is heard, and that what was said is taken. Only phones do it. */
export type Touch = 'begin' | 'end';

/** Too short to be heard by the microphone as more than a click. */
const patterns: Readonly<Record<Touch, number | number[]>> = { begin: 12, end: [8, 60, 8] };

export function touch(
  kind: Touch,
  device: { readonly vibrate?: Navigator['vibrate'] } = navigator,
): void {
  device.vibrate?.(patterns[kind]);
}
