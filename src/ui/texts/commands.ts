/** What is said of commands by voice. Fetched with them. */
import { translated } from './translation';

const shown = translated('commands', {
  canSay:
    'While Tansy listens you can say: stop, repeat, slower, faster, louder, quieter, go on, what did I say, read the treatment, new conversation.',
});

export const commands = {
  ...shown,
  // Said as answers are, and so English.
  stopped: 'Stopped.',
  slower: 'Slower.',
  slowest: 'That is as slow as it gets.',
  faster: 'Faster.',
  fastest: 'That is as fast as it gets.',
  louder: 'Louder.',
  loudest: 'That is as loud as it gets here. The device may have more.',
  quieter: 'Quieter.',
  quietest: 'That is as quiet as it gets here. The device may go lower.',
  newConversation: 'A new conversation.',
  youSaid: (question: string) => `You said: ${question}`,
  nothingSaid: 'Nothing was asked here yet.',
  nothingAdded: 'There was nothing more to say.',
  nothingToRepeat: 'There is no answer here to repeat.',
  noTreatment: 'There is no diagnosis here to read a treatment for.',
  noVoice: 'No voice is here yet.',
} as const;
