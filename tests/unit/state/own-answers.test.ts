import { describe, expect, it, vi } from 'vitest';
import type { Message } from '../../../src/domain/conversations/conversation';
import { OwnAnswers } from '../../../src/state/own-answers';
import { ownRules } from '../../../src/state/own-rules';
import { ownAnswers as words } from '../../../src/ui/texts/own-answers';
import { asked as askedOnce } from '../../fakes/asked';

const asked = (text: string): Message[] => [askedOnce(text, text)];
const rules = (isSmall = true) =>
  ownRules({ ...words, compute: async () => 391, isSmall: () => isSmall });

describe('what Tansy itself answers', () => {
  it('is known once its rules are here, which the first who asks has fetched', async () => {
    const fetch = vi.fn(async () => rules());
    const own = new OwnAnswers(fetch);
    // What is not known is not begun ahead: it may be no question for a mind.
    expect(own.areNot(asked('Why is the sky blue?'))).toBe(false);
    expect(await own.to(asked('What is 17 times 23?'))).toBe('17 times 23 is 391.');
    expect(await own.to(asked('Why is the sky blue?'))).toBeNull();
    expect(own.areNot(asked('Why is the sky blue?'))).toBe(true);
    for (const question of ['What time is it?', 'Who are you?', 'What is this?', '2 + 2']) {
      expect(own.areNot(asked(question)), question).toBe(false);
    }
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('is no guess whether what a photo shows may be eaten, unless a plant was judged', async () => {
    const own = new OwnAnswers(async () => rules());
    const photo = { type: 'image', attachmentId: 'p', alt: 'a photo' } as const;
    const [first] = asked('Can I eat this?');
    const shown: Message = { ...first!, parts: [photo, ...first!.parts] };
    expect(await own.to([shown])).toBe(words.beyond.eating);
    const [other] = asked('What is this?');
    const before: Message[] = [
      { ...other!, parts: [photo, ...other!.parts] },
      { ...asked('A hot dog.')[0]!, role: 'assistant' },
    ];
    expect(await own.to([...before, ...asked('Is it safe to eat?')])).toBe(words.beyond.eating);
    expect(await own.to([...before, ...asked('Is it still good to drink?')])).toBeNull();
    expect(await own.to([...before, ...asked('Can I eat grapes every day?')])).toBeNull();
    expect(await own.to(asked('Can I eat this?'))).toBeNull();
    const diagnosis = { type: 'diagnosis', modelId: 'plants', attachmentIds: ['p'] } as never;
    const judged = [before[0]!, { ...before[1]!, parts: [diagnosis] }];
    expect(await own.to([...judged, ...asked('Can I eat it?')])).toBeNull();
    const counted = [...before, ...asked('How many are there?')];
    expect(await own.to(counted)).toBe(words.beyond.counting);
    expect(await new OwnAnswers(async () => rules(false)).to(counted)).toBeNull();
  });

  it('is of an emergency whatever text is there, and of a medicine where no text is', async () => {
    const own = new OwnAnswers(async () => rules());
    const leaflet =
      'Solvadin syrup. For children over six, five millilitres at night, for a week at most. It makes drowsy. Keep it in a cool and dry place, out of the reach of children.';
    const dose = 'How much medicine may I give my child?';
    const urgent = 'My baby swallowed a battery, what should I do?';
    expect(await own.to(asked(dose))).toBe(words.hazards.medicine);
    expect(await own.to(asked(`${leaflet}\n\n${dose}`))).toBeNull();
    expect(await own.to(asked(`${leaflet}\n\n${urgent}`))).toBe(words.hazards.emergency);
  });

  it('is of a text that came alone that it was read, and nothing where somebody needs help', async () => {
    const text =
      'House rules.\nCheck-out is by 10 am.\nDogs are allowed in the kitchen but not in the bedrooms.\nThe boiler is in the cupboard under the stairs. If the water stops, press the red button once and wait ten minutes.';
    const own = new OwnAnswers(async () => rules());
    expect(await own.to(asked(text))).toBe(words.textRead());
    const help = `The baby has swallowed a battery. ${text}`;
    expect(await own.to(asked(help))).toBe(words.hazards.emergency);
    expect(await new OwnAnswers(async () => rules(false)).to(asked(text))).toBeNull();
  });

  it('is of whatever could do harm, where a text says nothing of that or somebody is in need', async () => {
    const mill =
      'The mill was built in 1710. Its wheel is of oak and turns in the brook. Flour was ground there until 1950. Today it is a museum, with a shop and a small garden, and open on Sundays from ten in the morning to four.';
    const dose = 'How much ibuprofen can I give my baby?';
    const answered = (brought: string): Message[] => [
      ...asked(brought),
      { ...asked('Answered.')[0]!, role: 'assistant' },
      ...asked(dose),
    ];
    const battery =
      'A toddler here has just swallowed a button battery. Everybody is upset and the car is away. The clinic is half an hour off, the phone is nearly empty. The grandparents are on their way and will be here soon.';
    const fever =
      'The baby has had a fever since yesterday. The forehead is hot and nothing helps so far. There is a bottle of ibuprofen in the house, from last winter. How much to give is not on the box, and the shop is closed.';
    expect(await new OwnAnswers(async () => rules()).to(asked(mill))).toBe(words.textRead());
    for (const isSmall of [true, false]) {
      const own = new OwnAnswers(async () => rules(isSmall));
      expect(await own.to(answered(mill))).toBe(words.hazards.medicine);
      const together = answered(`${mill}\n\nWhen is it open?`);
      expect(await own.to(together)).toBe(words.hazards.medicine);
      expect(await own.to(asked(battery))).toBe(words.hazards.emergency);
      expect(await own.to(asked(fever))).toBe(words.hazards.medicine);
      const leaflet = answered(`Ibuprofen for a baby. ${mill}`);
      expect(await own.to(leaflet)).toBeNull();
    }
  });

  it('quotes what a person said of themselves', async () => {
    const own = new OwnAnswers(async () => rules());
    const thread = [...asked('I am allergic to peanuts.'), ...asked('What am I allergic to?')];
    expect(await own.to(thread)).toBe('You told me: “I am allergic to peanuts.”');
  });

  it('is left to the mind where the rules cannot be fetched, and is asked for again', async () => {
    const fetch = vi.fn(async () => rules());
    fetch.mockRejectedValueOnce(new Error('no network'));
    const own = new OwnAnswers(fetch);
    expect(await own.to(asked('Who are you?'))).toBeNull();
    expect(await own.to(asked('Who are you?'))).toBe(words.self.name);
  });
});
