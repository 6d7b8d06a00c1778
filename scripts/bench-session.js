/**
 * `npm run bench:session -- --json FILE [--clips DIR] [--minutes 30]`: one long hands-free session in the built app, with the real
 * weights: missed turns, growth of memory, and whether answers come later and later. What each figure means is in docs/bench.md.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { dist } from './lib/paths.js';
import { ensureBuild, ensureModels, ensurePackages } from './lib/prepare.js';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    clips: { type: 'string' },
    minutes: { type: 'string', default: '30' },
  },
});

ensurePackages();
ensureModels();
ensureBuild();
// What is installed by now.
const [{ spokenClips }, { longSession }, { VoiceRoom }] = await Promise.all([
  import('./lib/spoken-clips.js'),
  import('./lib/long-session.js'),
  import('./lib/voice-room.js'),
]);
const clips = spokenClips(values.clips);
const room = await VoiceRoom.open({ folder: dist, loopGain: 0, loopDelayMs: 0 });
try {
  const figures = await longSession({
    room,
    clip: (index) => clips[index % clips.length],
    minutes: Number(values.minutes),
    onTurn: console.log,
  });
  console.table(figures);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
} catch (thrown) {
  console.error(thrown.message);
  process.exitCode = 1;
} finally {
  await room.close();
}
