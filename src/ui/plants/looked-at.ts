/** What of the photos of a diagnosis was judged. */
import type { ImagePart } from '../../domain/conversations/conversation';
import type { DiagnosisPart } from '../../domain/plants/findings';
import type { ConditionId } from '../../domain/plants/diagnosis';
import { mapOf, type EvidenceMap } from '../../domain/plants/evidence';
import { isNearlySquare, type Square } from '../../domain/plants/square';

export interface LookedAt {
  readonly image: ImagePart;
  /** Null for its middle. */
  readonly square: Square | null;
  /** Of the condition shown; null where it is not known. */
  readonly map: EvidenceMap | null;
}

export function lookedAt(
  { attachmentIds, cutOut, evidence }: DiagnosisPart,
  images: readonly ImagePart[],
  shown: ConditionId | null,
): LookedAt[] {
  return images
    .filter(({ attachmentId }) => !cutOut || cutOut.attachmentId === attachmentId)
    .map((image) => {
      const at = cutOut ? 0 : attachmentIds.indexOf(image.attachmentId);
      const map = shown === null ? null : mapOf(evidence?.[at], shown);
      return { image, square: cutOut?.square ?? null, map };
    });
}

/** Whether much of any lies outside the middle that is judged. */
export const hasMuchOutside = (images: readonly ImagePart[]): boolean =>
  images.some(
    ({ widthPx, heightPx }) => widthPx && heightPx && !isNearlySquare({ widthPx, heightPx }),
  );
