/** Reads items as JSON on the standard input and says of each what the repository's matchers say: for judge.py. */
import { readFileSync } from 'node:fs';
import { judge, refuses } from '../../../scripts/lib/grounded.js';
import { classOf, isRight, saysYes, whatItNames } from '../../../scripts/lib/named.js';

const table = JSON.parse(
  readFileSync(new URL('../../../tests/eval/synonyms.json', import.meta.url), 'utf8'),
);

const verdict = ({ grounded, plain, photo }) => {
  if (grounded) return judge(grounded, grounded.reply);
  if (plain !== undefined) return { refused: refuses(plain), yes: saysYes(plain) };
  const shown = classOf(table, photo.folder);
  return { names: whatItNames(shown, photo.reply), right: isRight(shown, photo.reply) };
};

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(verdict)));
