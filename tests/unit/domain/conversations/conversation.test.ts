import { describe, expect, it } from 'vitest';
import {
  branchesOf,
  cutTo,
  endsWhole,
  isBrokenOff,
  messageText,
  newestLeafBelow,
  pathTo,
  saysTheSame,
  type Message,
} from '../../../../src/domain/conversations/conversation';
import { withSource } from '../../../../src/domain/given/source-quote';

let clock = 0;
function message(id: string, parentId: string | null, role: Message['role'] = 'user'): Message {
  clock += 1;
  return {
    id,
    conversationId: 'c',
    parentId,
    role,
    parts: [{ type: 'text', text: id }],
    status: { type: 'complete' },
    createdAt: clock,
  };
}

// a ─ A ─ b ─ B        (b edited to b2, answered by B2, retried as B3)
//       └ b2 ─ B2
//            └ B3
const tree = [
  message('a', null),
  message('A', 'a', 'assistant'),
  message('b', 'A'),
  message('B', 'b', 'assistant'),
  message('b2', 'A'),
  message('B2', 'b2', 'assistant'),
  message('B3', 'b2', 'assistant'),
];
const ids = (messages: readonly Message[]) => messages.map(({ id }) => id);
const find = (id: string) => tree.find((candidate) => candidate.id === id)!;

describe('a conversation tree', () => {
  it('shows the branch that the leaf names', () => {
    expect(ids(pathTo(tree, 'B'))).toEqual(['a', 'A', 'b', 'B']);
    expect(ids(pathTo(tree, 'B3'))).toEqual(['a', 'A', 'b2', 'B3']);
  });

  it('shows nothing for no leaf or an unknown one', () => {
    expect(pathTo(tree, null)).toEqual([]);
    expect(pathTo(tree, 'gone')).toEqual([]);
  });

  it('ends on a damaged tree that goes in a circle', () => {
    expect(ids(pathTo([message('x', 'y'), message('y', 'x')], 'x'))).toEqual(['y', 'x']);
  });

  it('counts branches among the same parent and role, oldest first', () => {
    expect(ids(branchesOf(tree, find('b2')))).toEqual(['b', 'b2']);
    expect(ids(branchesOf(tree, find('B2')))).toEqual(['B2', 'B3']);
    expect(ids(branchesOf(tree, find('a')))).toEqual(['a']);
  });

  it('goes to the newest leaf of a branch', () => {
    expect(newestLeafBelow(tree, 'b2')).toBe('B3');
    expect(newestLeafBelow(tree, 'b')).toBe('B');
    expect(newestLeafBelow(tree, 'a')).toBe('B3');
  });

  it('reads only the text parts', () => {
    const parts: Message['parts'] = [
      { type: 'image', attachmentId: 'i', alt: 'a leaf' },
      { type: 'text', text: ' one ' },
      { type: 'text', text: 'two' },
    ];
    expect(messageText({ parts })).toBe('one \n\ntwo');
  });
});

describe('an answer that is talked over', () => {
  const spoken = (text: string, type: 'complete' | 'interrupted' = 'complete'): Message => ({
    ...message('x', null, 'assistant'),
    parts: [{ type: 'text', text }],
    status: { type },
  });

  const receipt = { modelId: 'm', device: 'wasm' };

  it('is cut to what was heard, and can be gone on with', () => {
    const cut = cutTo(spoken('One. Two. Three.'), 9);
    expect(messageText(cut)).toBe('One. Two.');
    expect(cut.status).toEqual({ type: 'interrupted', left: 'more' });
    expect(isBrokenOff({ ...cut, receipt })).toBe(true);
  });

  it('is whole where its last words had begun: nothing is left to go on with', () => {
    for (const answer of [spoken('One. Two.'), spoken(withSource('One. Two.', 'It is two.'))]) {
      const cut = cutTo(answer, 'One. Two.'.length);
      expect(cut).toEqual({ ...answer, status: { type: 'interrupted', left: 'nothing' } });
      expect(isBrokenOff({ ...cut, receipt })).toBe(false);
      expect(isBrokenOff({ ...cut, receipt: { ...receipt, cutShort: true } })).toBe(true);
    }
    // Its mind was stopped too: what it had yet to say nobody knows.
    const open = cutTo(spoken('One. Two.', 'interrupted'), 9);
    expect(open.status).toEqual({ type: 'interrupted' });
    expect(isBrokenOff({ ...open, receipt })).toBe(true);
  });

  it('has nothing to go on with where no mind is known to have written it', () => {
    const stopped = spoken('One. Two', 'interrupted');
    expect(isBrokenOff(stopped)).toBe(false);
    expect(isBrokenOff({ ...stopped, receipt: { firstTokenMs: 5 } })).toBe(false);
    expect(isBrokenOff({ ...stopped, receipt })).toBe(true);
  });

  it('may be over where a sentence ends, and is not in the middle of one', () => {
    expect(endsWhole(spoken('One. Two.'))).toBe(true);
    expect(endsWhole(spoken('Is it? “Yes.” '))).toBe(true);
    expect(endsWhole(spoken('One. Two'))).toBe(false);
    expect(endsWhole(spoken('Ask Dr.'))).toBe(false);
    expect(endsWhole(spoken(''))).toBe(false);
  });
});

describe('an answer to what was asked again', () => {
  const said = (id: string, text: string): Message => ({
    ...message(id, 'q', 'assistant'),
    parts: [{ type: 'text', text }],
  });

  it('says the same where an earlier one did, not where a later one does', () => {
    const [first, other, again] = [said('1', 'Blue.'), said('2', 'Red.'), said('3', 'Blue. ')];
    const all = [first, other, again];
    expect(all.map((each) => saysTheSame(each, all))).toEqual([false, false, true]);
    expect(saysTheSame(said('4', ''), [said('5', ''), said('4', '')])).toBe(false);
  });
});
