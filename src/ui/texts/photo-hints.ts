/** What is said of a photo before it is taken. */
import type { PhotoHint } from '../../domain/plants/photo-hint';
import { translated } from './translation';

const english: Readonly<Record<PhotoHint, string>> = {
  dark: 'Too dark: turn towards the light.',
  bright: 'Mostly white: turn out of the glare, or come closer.',
  blurred: 'Blurred: hold still, or go back a little.',
  far: 'Small in the picture: come closer.',
  good: 'Bright and sharp enough.',
};

export const photoHints = translated('photoHints', english);
