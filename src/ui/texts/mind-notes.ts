/** What each mind is good at, and terms that few expect. Fetched with the settings. */
import { translated } from './translation';

export const mindNotes = translated('mindNotes', {
  summaries: {
    'tansy-lite':
      'Comes with Tansy and is quick on any device. Names everyday things and common crops in photos. Knows little, and is often wrong.',
    'smolvlm-256m': 'Says what is in a photo; weak at conversation.',
    'smolvlm-500m': 'Says what is in a photo, and reads some text in it.',
    'lfm2.5-vl-450m': 'Sees photos well for its size. Needs a graphics card.',
    'qwen3.5-0.8b': 'Sees photos, reads text in them, many languages. Needs a graphics card.',
  },
  licences: {
    'lfm2.5-vl-450m':
      'Not an open-source licence: no commercial use above 10 million US dollars of revenue.',
  },
});
