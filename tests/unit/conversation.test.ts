import { describe, expect, it } from 'vitest';
import {
  branchesOf,
  messageText,
  newestLeafBelow,
  pathTo,
  type Message,
} from '../../src/domain/conversation';

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
const ids = (messages: Message[]) => messages.map(({ id }) => id);
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
