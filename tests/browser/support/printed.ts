/** Photos of printed text, made for the tests: what is on them is known, word for word. */
export interface Print {
  readonly text: string;
  /** Of the left end of its base line. */
  readonly x: number;
  readonly y: number;
  readonly font: string;
  readonly colour?: string;
}

export interface Sheet {
  readonly name: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly paper?: string;
  /** Clockwise; a sheet on its side makes a photo of swapped width and height. */
  readonly turnDegrees?: number;
  /** Noise as of a camera in poor light, at most this much up or down of 255. */
  readonly grain?: number;
  readonly type?: 'image/jpeg' | 'image/png';
  readonly print: readonly Print[];
}

/** Lines one below the other. */
export function block(
  lines: readonly string[],
  {
    x,
    y,
    sizePx,
    family,
    weight = '',
    colour = '#222',
    leading = 1.45,
  }: {
    readonly x: number;
    readonly y: number;
    readonly sizePx: number;
    readonly family: string;
    readonly weight?: string;
    readonly colour?: string;
    readonly leading?: number;
  },
): Print[] {
  return lines.map((text, index) => ({
    text,
    x,
    y: y + index * sizePx * leading,
    font: `${weight} ${sizePx}px ${family}`,
    colour,
  }));
}

export function photograph(sheet: Sheet): Promise<Blob> {
  const { widthPx, heightPx, paper = '#f6f3ea', turnDegrees = 0, print } = sheet;
  const isOnSide = Math.abs(turnDegrees) % 180 === 90;
  const canvas = isOnSide
    ? new OffscreenCanvas(heightPx, widthPx)
    : new OffscreenCanvas(widthPx, heightPx);
  const context = canvas.getContext('2d')!;
  context.fillStyle = paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((turnDegrees * Math.PI) / 180);
  context.translate(-widthPx / 2, -heightPx / 2);
  for (const { text, x, y, font, colour = '#222' } of print) {
    context.font = font;
    context.fillStyle = colour;
    context.fillText(text, x, y);
  }
  if (sheet.grain) addGrain(context, sheet.grain);
  return canvas.convertToBlob({ type: sheet.type ?? 'image/jpeg', quality: 0.85 });
}

/** The same at each run. */
function addGrain(context: OffscreenCanvasRenderingContext2D, most: number): void {
  const { width, height } = context.canvas;
  const picture = context.getImageData(0, 0, width, height);
  let state = 1;
  picture.data.forEach((value, at) => {
    state = (state * 48_271) % 0x7fffffff;
    if (at % 4 !== 3) picture.data[at] = value + most * ((2 * state) / 0x7fffffff - 1);
  });
  context.putImageData(picture, 0, 0);
}

export const printedText = ({ print }: Sheet): string => print.map(({ text }) => text).join(' ');
