/** Pictures that are no photo of one leaf, from their file to what is said: a plain sentence each, and nothing is lost. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  diagnosisOf,
  messageText,
  type Message,
} from '../../src/domain/conversations/conversation';
import { withCutOut, type DiagnosisPart } from '../../src/domain/plants/findings';
import { cropOf } from '../../src/domain/plants/diagnosis';
import { PicturesService } from '../../src/services/photos/pictures';
import { PlantAnswers } from '../../src/services/plants/answers';
import { plantCards } from '../../src/services/plants/cards';
import { PlantsService } from '../../src/services/plants/plants';
import { plants as words } from '../../src/ui/texts/plants';
import rustUrl from '../fixtures/photos/bean-rust.jpg?url';
import { askedEachTime } from '../fakes/known-answers';
import { bring, model, plan } from './support/models';
import { picture, withExif, type Draw } from './support/pictures';

const own = plan(model('plants', 'plants'));
const pictures = new PicturesService();
const never = new AbortController().signal;
const { problems, nextPhoto, noPlant, betterPhoto, smallLeaf, judgePart } = words.sentences;
let leaf: ImageBitmap;
let plants: PlantsService;

beforeAll(async () => {
  await bring(own);
  plants = new PlantsService(own, askedEachTime());
  leaf = await createImageBitmap(await (await fetch(rustUrl)).blob());
}, 120_000);

interface Answer {
  readonly text: string;
  readonly part: DiagnosisPart | undefined;
}

const answersFrom = (find: (id: string) => Promise<Blob | undefined>) =>
  new PlantAnswers({
    model: own.model,
    examine: (photo, signal, square) => plants.examine(photo, signal, square),
    find,
    cardsOf: plantCards,
    sentences: words.sentences,
    words: words.answers,
  });
const asking = (question: string, id: string, size: object = {}): Message => {
  const text = { type: 'text', text: question } as const;
  return {
    role: 'user',
    parts: [text, { type: 'image', attachmentId: id, alt: '', ...size }],
  } as unknown as Message;
};

/** As the app does, from a chosen file. Null is an answer that is left to the mind. */
async function asked(
  file: Blob,
  question = 'What is wrong with this leaf?',
): Promise<Answer | null> {
  const { blob, widthPx, heightPx } = await pictures.take(new File([file], 'photo.jpg'), never);
  const asked = asking(question, 'a', { widthPx, heightPx });
  const said = await answersFrom(async () => blob).to(asked, [], never);
  return said && { text: messageText({ parts: said }), part: diagnosisOf({ parts: said }) };
}

const jpeg = (widthPx: number, heightPx: number, draw: Draw) =>
  picture('image/jpeg', widthPx, heightPx, draw);
const fill = (context: OffscreenCanvasRenderingContext2D, colour: string) => {
  context.fillStyle = colour;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
};
/** As a camera sees a table or a wall: no two pixels alike. */
const grain: Draw = (context) => {
  const { width, height } = context.canvas;
  const picture = context.getImageData(0, 0, width, height);
  let seed = 1;
  picture.data.forEach((value, at) => {
    seed = (seed * 16_807) % 2_147_483_647;
    if (at % 4 < 3) picture.data[at] = value + (seed % 24) - 12;
  });
  context.putImageData(picture, 0, 0);
};
function page(context: OffscreenCanvasRenderingContext2D, ground: string, ink: string) {
  fill(context, ground);
  context.fillStyle = ink;
  context.font = '26px sans-serif';
  for (let line = 0; line < 40; line += 1) {
    context.fillText(
      'Spots of leaves are common in a wet summer, and harmless',
      40,
      60 + 34 * line,
    );
  }
}
function drawnLeaf(context: OffscreenCanvasRenderingContext2D, ground: string) {
  fill(context, ground);
  context.translate(context.canvas.width / 2, context.canvas.height / 2);
  context.fillStyle = '#3f7a3a';
  context.beginPath();
  context.ellipse(0, 0, 190, 330, 0.4, 0, 7);
  context.fill();
  context.fillStyle = '#6b4a22';
  for (const [x, y, radius] of [
    [-60, -100, 40],
    [50, 20, 55],
    [-40, 130, 35],
  ] as const) {
    context.beginPath();
    context.arc(x, y, radius, 0, 7);
    context.fill();
  }
}
const likeliest = ({ probabilities }: DiagnosisPart) =>
  Object.entries(probabilities!).sort(([, a], [, b]) => b - a)[0]!;
const problem = (name: keyof typeof problems) => `${problems[name]} ${nextPhoto[name]}`;
/** All that may be said, whatever of it. */
const plain =
  /^(This looks like .+|It (may be|looks) .+|I can’t tell .+|I don’t know this plant|I see no leaf .+|(Most of t|T)he photo .+)\./;
const likely = /^(This looks like .+ (leaf|rust)|This .+ leaf looks healthy)\./;

describe('a picture with more than one leaf', () => {
  it.each<[string, Draw, { readonly isInPart: boolean }]>([
    [
      'several leaves',
      (context) => {
        fill(context, '#6b5b45');
        grain(context);
        for (let at = 0; at < 4; at += 1) {
          context.save();
          context.translate(200 + 400 * (at % 2), 200 + 400 * Math.floor(at / 2));
          context.rotate((at * Math.PI) / 2);
          context.drawImage(leaf, -190, -190, 380, 380);
          context.restore();
        }
      },
      { isInPart: true },
    ],
    [
      'a hand',
      (context) => {
        fill(context, '#8d8577');
        context.drawImage(leaf, 250, 60, 460, 460);
        context.fillStyle = '#c68f6f';
        for (let finger = 0; finger < 4; finger += 1) {
          context.beginPath();
          context.ellipse(300 + 70 * finger, 560 + 20 * finger, 36, 170, 0.35, 0, 7);
          context.fill();
        }
        grain(context);
      },
      { isInPart: false },
    ],
    [
      'a pot',
      (context) => {
        fill(context, '#b9c3c9');
        context.drawImage(leaf, 190, 40, 420, 420);
        context.fillStyle = '#a3532f';
        context.fillRect(220, 470, 360, 320);
        grain(context);
      },
      { isInPart: true },
    ],
  ])('is judged, or shown where one could be: %s', async (_name, draw, { isInPart }) => {
    const { text, part } = (await asked(await jpeg(800, 800, draw)))!;
    expect(part?.problem).toBeUndefined();
    expect(part?.nearer !== undefined).toBe(isInPart);
    if (isInPart) expect(text).toBe(`${smallLeaf} ${judgePart}`);
    else expect(text).toMatch(/^It may be healthy, or /);
  });
});

describe('a leaf that is small in its photo', () => {
  it('is shown in a frame, and that part is judged', async () => {
    const [middleX, middleY] = [920, 260];
    const file = await jpeg(1200, 900, (context) => {
      fill(context, '#7d8794');
      context.drawImage(leaf, middleX - 220, middleY - 220, 440, 440);
      grain(context);
    });
    const { text, part } = (await asked(file))!;
    expect(text).toBe(`${smallLeaf} ${judgePart}`);
    const { leftPx, topPx, sidePx } = part!.nearer!.square;
    expect(middleX).toBeGreaterThan(leftPx);
    expect(middleX).toBeLessThan(leftPx + sidePx);
    expect(middleY).toBeGreaterThan(topPx);
    expect(middleY).toBeLessThan(topPx + sidePx);
    const scores = await plants.examine(file, never, part!.nearer!.square);
    const judged = withCutOut(part!, part!.nearer!, scores, own.model);
    expect(judged.problem).toBeUndefined();
    expect(likeliest(judged)[0]).toMatch(/^bean__/);
  });

  it('is seen in no part of what shows none', async () => {
    const wall = await jpeg(1200, 900, (context) => {
      fill(context, '#7d8794');
      context.fillStyle = '#9a3324';
      context.fillRect(700, 120, 260, 260);
      grain(context);
    });
    const { text, part } = (await asked(wall))!;
    expect(text).toBe(`${noPlant} ${betterPhoto}`);
    expect(part).toBeUndefined();
  });
});

describe('what is no photo', () => {
  it.each(['#ffffff', '#c8a77a'])('is called a drawing, or white, on %s', async (ground) => {
    const answer = await asked(await jpeg(800, 800, (context) => drawnLeaf(context, ground)));
    const isWhite = ground === '#ffffff';
    expect(answer?.text).toBe(problem(isWhite ? 'bright' : 'drawn'));
  });

  it.each([
    ['white', '#222'],
    ['#16181c', '#ddd'],
    ['#2e7d32', 'white'],
  ])('is never likely, as a page on %s is not', async (ground, ink) => {
    const answer = await asked(await jpeg(800, 1200, (context) => page(context, ground, ink)));
    expect(answer?.text).toMatch(plain);
    expect(answer?.text).not.toMatch(likely);
  });

  it('is told which photo would help, where a leaf is small on its page', async () => {
    const answer = await asked(
      await jpeg(900, 1200, (context) => {
        page(context, 'white', '#222');
        context.fillStyle = 'white';
        context.fillRect(240, 380, 420, 420);
        context.drawImage(leaf, 270, 410, 360, 360);
      }),
    );
    expect(answer?.text).toBe(problem('bright'));
  });

  it('is the mind’s, where it is asked about as no leaf', async () => {
    const text = await jpeg(800, 1200, (context) => page(context, 'white', '#222'));
    expect(await asked(text, 'What is wrong with my old bike?')).toBeNull();
    const bike = await jpeg(800, 800, (context) => {
      fill(context, '#8a6f4d');
      context.lineWidth = 20;
      for (const x of [220, 580]) {
        context.beginPath();
        context.arc(x, 500, 140, 0, 7);
        context.stroke();
      }
      grain(context);
    });
    const answer = await asked(bike);
    expect(answer?.text).toMatch(plain);
    expect(answer?.text).not.toMatch(likely);
  });
});

describe('a photo of a leaf', () => {
  const upright = () => jpeg(600, 600, (context) => context.drawImage(leaf, 0, 0, 600, 600));

  it('without colours is not judged', async () => {
    const grey = await jpeg(600, 600, (context) => {
      context.filter = 'grayscale(1)';
      context.drawImage(leaf, 0, 0, 600, 600);
    });
    expect((await asked(grey))?.text).toBe(problem('colourless'));
  });

  it('that is tiny is asked for anew', async () => {
    const tiny = await jpeg(40, 30, (context) => context.drawImage(leaf, 0, 0, 40, 30));
    expect((await asked(tiny))?.text).toBe(problem('small'));
  });

  it.each([
    [40, 2000],
    [2000, 40],
  ])('that is a strip of %d by %d is asked for anew', async (widthPx, heightPx) => {
    const strip = await jpeg(widthPx, heightPx, (context) => {
      const side = Math.max(widthPx, heightPx);
      context.drawImage(leaf, (widthPx - side) / 2, (heightPx - side) / 2, side, side);
    });
    for (const question of ['What is wrong with this leaf?', 'What is wrong with it?']) {
      expect((await asked(strip, question))?.text).toBe(problem('small'));
    }
  });

  it('that a camera wrote on its side is judged as it is meant to be seen', async () => {
    const onItsSide = await jpeg(600, 600, (context) => {
      context.translate(0, 600);
      context.rotate(-Math.PI / 2);
      context.drawImage(leaf, 0, 0, 600, 600);
    });
    const [id, share] = likeliest((await asked(await upright()))!.part!);
    const turned = (await asked(await withExif(onItsSide, 6, 'camera')))!;
    expect(Math.abs((turned.part!.probabilities![id] ?? 0) - share)).toBeLessThan(0.15);
  });

  it('of 40 megapixels is judged like a small one', async () => {
    const large = await jpeg(8000, 5000, (context) => {
      fill(context, '#6b5b45');
      context.drawImage(leaf, 1500, 0, 5000, 5000);
    });
    const [id] = likeliest((await asked(await upright()))!.part!);
    const answer = (await asked(large))!;
    expect(answer.part?.problem).toBeUndefined();
    expect(cropOf(likeliest(answer.part!)[0])).toBe(cropOf(id));
  }, 120_000);

  it('is judged together with one more of the same leaf', async () => {
    const closer = await jpeg(400, 400, (context) => context.drawImage(leaf, -100, -100, 600, 600));
    const photos: Record<string, Blob> = { a: await upright(), b: closer };
    const answers = answersFrom(async (id) => photos[id]);
    const asked = asking('Is it sick?', 'a');
    const parts = (await answers.to(asked, [], never))!;
    const said = { role: 'assistant', parts } as Message;
    const more = await answers.to(asking('A closer one', 'b'), [asked, said], never);
    const both = diagnosisOf({ parts: more! })!;
    expect(both.attachmentIds).toEqual(['a', 'b']);
    expect(both.evidence).toHaveLength(2);
    expect(messageText({ parts: more! })).toMatch(/rust/);
  });

  it('is judged as ever after all of these', async () => {
    const answer = (await asked(await upright(), 'Is it sick?'))!;
    expect(answer.text).toMatch(/rust/);
    expect(answer.text).not.toContain(noPlant);
    expect(answer.text).not.toContain(betterPhoto);
  });
});
