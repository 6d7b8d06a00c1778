/** A photo of two leaves on a table, drawn and encoded by the browser under test. */
import type { Page } from 'playwright-core';

export async function drawLeaves(page: Page, widthPx: number, heightPx: number): Promise<Buffer> {
  const base64 = await page.evaluate(
    ([width, height]) => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [width, height];
      const context = canvas.getContext('2d')!;
      context.fillStyle = '#c8a77a';
      context.fillRect(0, 0, width, height);
      for (const [x, y, turn] of [
        [0.36, 0.44, -0.6],
        [0.64, 0.58, 0.7],
      ] as const) {
        context.save();
        context.translate(x * width, y * height);
        context.rotate(turn);
        context.fillStyle = '#3f7a3a';
        context.beginPath();
        context.ellipse(0, 0, width * 0.12, height * 0.28, 0, 0, 7);
        context.fill();
        context.fillStyle = '#6b4a22';
        for (const spot of [-0.12, 0.02, 0.14]) {
          context.beginPath();
          context.arc(width * spot * 0.4, height * spot, width * 0.025, 0, 7);
          context.fill();
        }
        context.restore();
      }
      return canvas.toDataURL('image/jpeg', 0.9).split(',')[1]!;
    },
    [widthPx, heightPx] as const,
  );
  return Buffer.from(base64, 'base64');
}

/** A photo of a plant's label, printed; `turned` lies on its side. */
export async function drawLabel(
  page: Page,
  lines: readonly string[],
  { turned = false } = {},
): Promise<Buffer> {
  const base64 = await page.evaluate(
    ([lines, turned]) => {
      const [width, height] = [1200, 900];
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = turned ? [height, width] : [width, height];
      const context = canvas.getContext('2d')!;
      context.fillStyle = '#6d5a48';
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.translate(canvas.width / 2, canvas.height / 2);
      if (turned) context.rotate(Math.PI / 2);
      context.fillStyle = '#f6f3ea';
      context.fillRect(-500, -350, 1000, 700);
      context.fillStyle = '#26332a';
      const down = Math.min(90, 620 / lines.length);
      context.font = `${0.62 * down}px sans-serif`;
      lines.forEach((line, at) => context.fillText(line, -440, -240 + down * at - (90 - down)));
      return canvas.toDataURL('image/jpeg', 0.9).split(',')[1]!;
    },
    [lines, turned] as const,
  );
  return Buffer.from(base64, 'base64');
}
