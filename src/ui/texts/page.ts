/** What the page says around the conversation. */
import { translated } from './translation';

export const page = translated('page', {
  title: 'Tansy',
  skip: 'Skip to the question',
  openSettings: 'Settings',

  chip: {
    onDevice: 'on this device',
    offline: 'offline: all that is here works',
    fetching: 'fetching',
    none: 'nothing fetched yet',
    starting: 'starting',
    part: 'not all ready',
    elsewhere: 'open in another tab',
    oneThread: 'slower here',
  },
  update: 'A new version is ready: reload',
  stale: {
    superseded:
      'A newer version of Tansy runs in another tab. What was said so far is kept; what is said here from now on is not. Reload this tab.',
    lost: 'The browser has closed this tab’s storage. What is said here from now on is not kept. Reload this tab.',
  },
  reload: 'Reload',
  unfetched:
    'This part of Tansy could not be fetched. What was said and written is kept. Once the server can be reached, try again, or reload this tab.',
  close: 'Close',
});
