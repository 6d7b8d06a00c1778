/** How often a sound over an answer is looked at, whether it is our own: the segmenter counts it, and the rules compare so much. */

/** A frame of voice activity. */
export const levelMs = 32;
/** From one look to the next: 416 ms of frames that are voiced, which a voice is from a little before the first one on. */
export const comparedAgain = 13;
