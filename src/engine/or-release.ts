/**
 * Settles as the test of a model that was just opened does. One that does not pass it is let go of first: the worker may stay,
 * for what it has loaded besides.
 */
export async function orRelease(
  test: Promise<void>,
  release: () => Promise<unknown>,
): Promise<void> {
  try {
    await test;
  } catch (thrown) {
    await release();
    throw thrown;
  }
}
