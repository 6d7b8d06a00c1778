/** Workers begin at different moments, and so do their clocks: what one stamps and another reads is told from 1970 on. */
export const sharedNowMs = (): number => performance.timeOrigin + performance.now();
