import { expect, it, vi } from 'vitest';
import { lazily } from '../../../src/domain/lazily';

it('fetches once for all who ask, and again only where that failed', async () => {
  const open = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new Error('no chunk'))
    .mockResolvedValue('here');
  const part = lazily(open);
  expect(open).not.toHaveBeenCalled();
  const both = await Promise.allSettled([part(), part()]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(open).toHaveBeenCalledTimes(1);
  expect(await Promise.all([part(), part()])).toEqual(['here', 'here']);
  expect(await part()).toBe('here');
  expect(open).toHaveBeenCalledTimes(2);
});
