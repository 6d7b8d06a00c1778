/** Where a photo of the conversation can be shown from, for as long as its component is there. */
import type { Attachment } from '../../domain/conversations/attachment';

export class PhotoAddress {
  #address = $state<string | null>(null);
  #isGone = $state(false);

  constructor(find: () => Promise<Attachment | undefined>) {
    $effect(() => {
      let left = false;
      let own: string | null = null;
      const show = (blob: Blob | undefined) => {
        if (left) return;
        own = blob ? URL.createObjectURL(blob) : null;
        this.#address = own;
        this.#isGone = own === null;
      };
      find().then(
        (attachment) => show(attachment?.blob),
        () => show(undefined),
      );
      return () => {
        left = true;
        if (own !== null) URL.revokeObjectURL(own);
      };
    });
  }

  /** Null until the photo was read. */
  get address(): string | null {
    return this.#address;
  }

  get isGone(): boolean {
    return this.#isGone;
  }
}
