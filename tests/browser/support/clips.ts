/** Recorded speech as samples at 16 kHz, and the words of a text as they are compared. */
const clips = import.meta.glob<string>('../../fixtures/speech/*.wav', {
  eager: true,
  query: '?url',
  import: 'default',
});

export async function clip(name: string): Promise<Float32Array<ArrayBuffer>> {
  const response = await fetch(clips[`../../fixtures/speech/${name}.wav`]!);
  const context = new OfflineAudioContext(1, 1, 16_000);
  return (await context.decodeAudioData(await response.arrayBuffer())).getChannelData(0);
}

export const words = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s]/gu, '')
    .split(/\s+/)
    .filter(Boolean);
