/**
 * Settles as what was begun does, a test of a model or the opening of its next part. Where that fails, what was opened before is
 * let go of first: the worker may stay, for what it has loaded besides.
 */
export async function orRelease<Value>(
  begun: Promise<Value>,
  release: () => Promise<unknown>,
): Promise<Value> {
  try {
    return await begun;
  } catch (thrown) {
    await release();
    throw thrown;
  }
}
