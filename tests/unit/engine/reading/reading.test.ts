/** From the nets' tables to text: pure steps, on tables small enough to be written by hand. */
import { describe, expect, it } from 'vitest';
import { classNames, writeDown } from '../../../../src/engine/reading/letters';
import { asLine, bestOf, firstOf } from '../../../../src/engine/reading/lines';
import { inReadingOrder } from '../../../../src/engine/reading/order';
import { outline, smallestBox, type TextBox } from '../../../../src/engine/reading/text-box';
import { findBoxes } from '../../../../src/engine/reading/text-map';
import { turnedBy, turnsOf, type QuarterTurns } from '../../../../src/engine/reading/upright';

const names = classNames('a\nb\nc\n。\n，\n水\n');

/** A step for each of `steps`: a class by its name, `-` for none, or chances by name. */
function table(...steps: (string | Record<string, number>)[]) {
  const classOf = (name: string) => (name === '-' ? 0 : names.indexOf(name));
  const values = new Float32Array(steps.length * names.length);
  steps.forEach((step, at) => {
    const chances = typeof step === 'string' ? { [step]: 1 } : step;
    for (const [name, chance] of Object.entries(chances)) {
      values[at * names.length + classOf(name)] = chance;
    }
  });
  return { values, steps: steps.length, classes: names.length };
}

describe('letters', () => {
  it('have the classes of the file, one for none before them and the space after them', () => {
    expect(classNames('a\nb\n')).toEqual(['', 'a', 'b', ' ']);
    expect(classNames('a\r\nb')).toEqual(['', 'a', 'b', ' ']);
  });

  it('that go on over several steps are one, and two where none is between them', () => {
    expect(writeDown(table('a', 'a', '-', 'b', '-', 'b', 'b'), names).text).toBe('abb');
  });

  it('have the mean of their chances as certainty, whatever the steps without one say', () => {
    const { certainty } = writeDown(table('-', { a: 0.9 }, '-', { b: 0.5 }), names);
    expect(certainty).toBeCloseTo(0.7);
    expect(writeDown(table('-', '-'), names)).toEqual({ text: '', certainty: 0 });
  });

  it('have a space between them where one is a little likely, and only one', () => {
    const unlikely = { '-': 0.97, ' ': 0.03 };
    expect(writeDown(table('a', unlikely, 'b'), names).text).toBe('ab');
    expect(writeDown(table('a', unlikely, unlikely, 'b'), names).text).toBe('a b');
    expect(writeDown(table('a', ' ', unlikely, ' ', 'b', ' '), names).text).toBe('a b');
  });

  it('have plain punctuation, but not in a script that has its own', () => {
    expect(writeDown(table('a', '，', 'b', '。'), names).text).toBe('a,b.');
    expect(writeDown(table('水', '，', 'b', '。'), names).text).toBe('水，b。');
  });
});

const level = (centreX: number, centreY: number, width: number, height = 20): TextBox => ({
  centreX,
  centreY,
  width,
  height,
  angle: 0,
});
const turned = (box: TextBox, angle: number): TextBox => {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const { centreX: x, centreY: y } = box;
  return { ...box, centreX: x * cos - y * sin, centreY: x * sin + y * cos, angle };
};

describe('the order of reading', () => {
  /** Numbered as they should be read, given in another order. */
  const numbersOf = (boxes: readonly TextBox[]) => {
    const mixed = boxes.toSorted(
      (a, b) => ((a.centreX * 7 + a.centreY * 3) % 11) - ((b.centreX * 7 + b.centreY * 3) % 11),
    );
    return inReadingOrder(mixed).map((row) => row.map((box) => boxes.indexOf(box)));
  };

  it('is from the top down, and from the left in a row', () => {
    const boxes = [
      level(200, 20, 300),
      level(80, 60, 100),
      level(190, 63, 100),
      level(200, 100, 300),
    ];
    expect(numbersOf(boxes)).toEqual([[0], [1, 2], [3]]);
  });

  it('takes what is far apart in a row for two lines', () => {
    expect(numbersOf([level(50, 20, 100), level(400, 20, 60)])).toEqual([[0], [1]]);
  });

  it('is not misled by a page that lies aslant', () => {
    const page = [0, 1, 2, 3].flatMap((row) => [
      level(150, 40 + 32 * row, 280),
      level(460, 40 + 32 * row, 320),
    ]);
    for (const degrees of [-12, 5, 12]) {
      const aslant = page.map((box) => turned(box, (degrees * Math.PI) / 180));
      expect(numbersOf(aslant), `${degrees}°`).toEqual([
        [0, 1],
        [2, 3],
        [4, 5],
        [6, 7],
      ]);
    }
  });

  it('is column by column for running text, with the heading before and the footer after', () => {
    const column = (x: number) => [0, 1, 2, 3].map((row) => level(x, 100 + 30 * row, 240));
    const boxes = [level(300, 40, 560), ...column(140), ...column(440), level(300, 260, 560)];
    expect(numbersOf(boxes).flat()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('is row by row for a table, whose columns are narrow', () => {
    const rows = [0, 1, 2, 3].flatMap((row) => [
      level(60, 50 + 30 * row, 90),
      level(300, 50 + 30 * row, 60),
    ]);
    expect(numbersOf(rows).flat()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('of nothing is nothing', () => {
    expect(inReadingOrder([])).toEqual([]);
  });
});

describe('a box around text', () => {
  it('lies along it, whichever way it is turned', () => {
    for (const degrees of [-40, -8, 0, 20, 44]) {
      const angle = (degrees * Math.PI) / 180;
      const corners = [
        [-50, -10],
        [50, -10],
        [50, 10],
        [-50, 10],
        [0, 0],
      ].map(([x, y]) => ({
        x: 200 + x! * Math.cos(angle) - y! * Math.sin(angle),
        y: 100 + x! * Math.sin(angle) + y! * Math.cos(angle),
      }));
      const box = smallestBox(corners);
      expect(box.centreX).toBeCloseTo(200);
      expect(box.centreY).toBeCloseTo(100);
      expect(box.width).toBeCloseTo(100);
      expect(box.height).toBeCloseTo(20);
      expect(box.angle).toBeCloseTo(angle);
    }
  });

  it('has an upright outline that holds its corners', () => {
    const angle = Math.PI / 6;
    const { x, y, width, height } = outline({
      centreX: 100,
      centreY: 50,
      width: 60,
      height: 20,
      angle,
    });
    expect(width).toBeCloseTo(60 * Math.cos(angle) + 20 * Math.sin(angle));
    expect(height).toBeCloseTo(60 * Math.sin(angle) + 20 * Math.cos(angle));
    expect([x + width / 2, y + height / 2]).toEqual([expect.closeTo(100), expect.closeTo(50)]);
  });
});

describe("the detector's map", () => {
  function map(
    width: number,
    height: number,
    ...patches: [x: number, y: number, w: number, h: number, value: number][]
  ) {
    const values = new Float32Array(width * height);
    for (const [x, y, w, h, value] of patches) {
      for (let row = y; row < y + h; row += 1)
        values.fill(value, row * width + x, row * width + x + w);
    }
    return { values, width, height };
  }

  it('gives a box for each patch, grown beyond it', () => {
    const [first, second, ...none] = findBoxes(
      map(96, 64, [10, 8, 40, 6, 0.9], [20, 40, 60, 10, 0.8]),
    );
    expect(none).toEqual([]);
    expect(first).toMatchObject({ centreX: 30, centreY: 11, angle: 0 });
    // 1.5 × area / perimeter on each side.
    expect(first!.width).toBeCloseTo(40 + (2 * 1.5 * 240) / 92);
    expect(first!.height).toBeCloseTo(6 + (2 * 1.5 * 240) / 92);
    expect(second).toMatchObject({ centreX: 50, centreY: 45 });
  });

  it('gives none for noise and for what is hardly likely', () => {
    expect(findBoxes(map(64, 32, [5, 5, 2, 2, 1], [20, 10, 30, 8, 0.5]))).toEqual([]);
    expect(findBoxes(map(64, 32))).toEqual([]);
  });

  it('gives a patch at the edge of the photo its box', () => {
    const [box] = findBoxes(map(64, 32, [0, 0, 64, 8, 1]));
    expect(box).toMatchObject({ centreX: 32, centreY: 4 });
  });
});

describe('which way up', () => {
  const upright = [level(100, 20, 180), level(100, 60, 160), level(60, 100, 60)];
  const onSide = upright.map((box) => ({ ...box, width: box.height, height: box.width }));
  /** A recogniser that is only certain of what is turned by `truth`. */
  const sureOf = (truth: QuarterTurns) => {
    const asked: QuarterTurns[] = [];
    const write = async (_box: TextBox, turns: QuarterTurns) => {
      asked.push(turns);
      return { text: 'ab', certainty: turns === truth ? 0.98 : 0.6 };
    };
    return { asked, write };
  };

  it('a photo was taken is told by how certain the longest pieces are', async () => {
    for (const [boxes, truth] of [
      [upright, 0],
      [upright, 2],
      [onSide, 1],
      [onSide, 3],
    ] as const) {
      expect(await turnsOf(boxes, sureOf(truth).write)).toBe(truth);
    }
    expect(await turnsOf([], sureOf(0).write)).toBe(0);
  });

  it('takes no more runs for an upright photo than reading its pieces does', async () => {
    const { asked, write } = sureOf(0);
    await turnsOf([...upright, level(50, 140, 40)], write);
    expect(asked).toEqual([0, 0, 0]);
  });

  it('a place of the upright photo is found on the one that was given', () => {
    const place = { x: 0.1, y: 0.2, width: 0.3, height: 0.05 };
    expect(turnedBy(place, 0)).toEqual(place);
    // What was at the top left of the upright photo is at its top right, and on end.
    const right = turnedBy(place, 1);
    expect(right.x).toBeCloseTo(0.75);
    expect([right.y, right.width, right.height]).toEqual([0.1, 0.05, 0.3]);
    for (const [there, back] of [
      [1, 3],
      [2, 2],
      [3, 1],
    ] as const) {
      const again = turnedBy(turnedBy(place, there), back);
      for (const side of ['x', 'y', 'width', 'height'] as const) {
        expect(again[side]).toBeCloseTo(place[side]);
      }
    }
  });

  it('a piece that stands on end is read, unless it is only a narrow letter', async () => {
    const [standing] = onSide;
    expect((await bestOf(standing!, sureOf(3).write)).turns).toBe(3);
    expect((await bestOf(upright[0]!, sureOf(3).write)).turns).toBe(0);
    const letter = async (_box: TextBox, turns: QuarterTurns) => ({
      text: 'l',
      certainty: turns === 0 ? 0.8 : 0.9,
    });
    expect((await bestOf(standing!, letter)).turns).toBe(0);
  });
});

describe('a line', () => {
  const piece = (box: TextBox, text: string, certainty: number) => ({
    box,
    turns: 0 as const,
    written: { text, certainty },
  });
  const size = { widthPx: 200, heightPx: 100 };

  it('holds its pieces, within the photo, as certain as its letters are in the mean', () => {
    const row = [piece(level(20, 20, 60), 'ab', 0.5), piece(level(130, 22, 100), 'abcdef', 0.9)];
    const line = asLine(row, size, 0);
    expect(line).toMatchObject({ text: 'ab abcdef', x: 0, y: 0.1 });
    expect(line.width).toBeCloseTo(0.9);
    expect(line.height).toBeCloseTo(0.22);
    expect(line.certainty).toBeCloseTo(0.8);
    expect(line).not.toHaveProperty('quarterTurns');
  });

  it('of a turned photo is placed in the photo as it was given', () => {
    const line = asLine([piece(level(100, 10, 160), 'ab', 1)], size, 1);
    expect(line.quarterTurns).toBe(1);
    expect(line.x).toBeCloseTo(0.8);
    expect(line.height).toBeCloseTo(0.8);
  });

  it('is left out, and all after it, where there are too many pieces', () => {
    const rows = [[level(0, 0, 9), level(20, 0, 9)], [level(0, 30, 9)], [level(0, 60, 9)]];
    expect(firstOf(rows, 3)).toEqual({ rows: rows.slice(0, 2), isCut: true });
    expect(firstOf(rows, 4)).toEqual({ rows, isCut: false });
  });
});
