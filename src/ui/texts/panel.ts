/** The conversations. */
import { translated } from './translation';

export const panel = translated('panel', {
  open: 'Conversations',
  close: 'Close',
  heading: 'Conversations',
  newOne: 'New conversation',
  journal: 'Plant journal',
  find: 'Find by title',
  none: 'Nothing here yet.',
  noneFound: 'No title has these words.',
  rename: (title: string) => `Rename ${title}`,
  remove: (title: string) => `Delete ${title}`,
  name: 'Name of the conversation',
  save: 'Save',
  cancel: 'Cancel',
  // A title that ends its own sentence ends this one too.
  removed: (title: string) => `Deleted “${title}”${/[.!?…]$/.test(title.trim()) ? '' : '.'}`,
  undo: 'Undo',
  notUndone:
    'It could not be put back yet. It is kept until this tab is closed: free some space and try again.',
});
