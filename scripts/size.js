/** Holds the shell to its weight. */
import { shellBytes, shellSizes } from './lib/shell-size.js';

const limitKb = 120;
const line = (bytes, what) => `${(bytes / 1000).toFixed(1).padStart(7)} kB  ${what}`;

for (const { file, bytes } of shellSizes()) console.log(line(bytes, file));
const total = shellBytes();
console.log(line(total, `in all, of ${limitKb}`));
process.exit(total <= 1000 * limitKb ? 0 : 1);
