/** Files that were chosen, dropped or pasted: texts go to the words of the question, all else to its photos. */
import type { AppState } from '../../state/context';

const isText = ({ type, name }: File) =>
  /^text\/(plain|markdown)$/.test(type) || /\.(txt|md)$/i.test(name);

export async function arrive({ chat, photos }: AppState, files: readonly File[]): Promise<void> {
  let texts = files.filter(isText);
  const others = files.filter((file) => !isText(file));
  if (texts.length > 0) {
    // What is no such text is told of as no photo.
    texts = await import('./text-file').then(
      ({ take }) => take(chat, texts),
      () => texts,
    );
  }
  void photos.add([...others, ...texts]);
}
