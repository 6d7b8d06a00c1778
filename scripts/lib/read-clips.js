/** A folder of speech: `transcripts.tsv` names its files, what is said in each, and in which language. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const table = 'transcripts.tsv';

/** `de-DE` and `DE_at` are `de`: recognition knows languages, not where they are spoken. Null where nothing is named. */
export function primaryLanguage(tag) {
  const [primary] = tag.trim().toLowerCase().split(/[-_]/);
  return /^[a-z]{2,3}$/.test(primary) && primary !== 'und' ? primary : null;
}

/** By what the table says of it; VCTK's speakers were chosen for their accents. Null where it says nothing. */
export function conditionOf(told) {
  if (told === '') return null;
  if (/\bnois[ey]|\bSNR\b|reverb/i.test(told)) return 'noisy';
  return /\baccent|\bVCTK\b/i.test(told) ? 'accented' : 'clean';
}

/**
 * @returns {{ file: string, path: string, language: string | null, said: string, condition: string | null }[]} `said` is
 * empty where nobody speaks
 * @throws where the table or a file is missing, in words for who made the folder
 */
export function readClips(folder) {
  const place = join(folder, table);
  if (!existsSync(place)) throw new Error(`${folder} has no ${table}, which names the clips.`);
  const text = readFileSync(place, 'utf8').replace(/^\uFEFF/, '');
  const [head, ...lines] = text.split(/\r?\n/);
  const names = head.split('\t').map((name) => name.trim().toLowerCase());
  for (const name of ['file', 'transcript']) {
    if (!names.includes(name))
      throw new Error(`${place} has no column “${name}” in its first line.`);
  }
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const cells = line.split('\t');
    const cell = (name) => (cells[names.indexOf(name)] ?? '').trim();
    const file = cell('file');
    const path = join(folder, file);
    if (file === '' || !existsSync(path)) {
      const what = file === '' ? 'names no file' : `names ${file}, which is not in ${folder}`;
      throw new Error(`Line ${index + 2} of ${place} ${what}.`);
    }
    const condition = conditionOf(cell('condition') || cell('speaker_or_condition'));
    const language = primaryLanguage(cell('language'));
    return [{ file, path, language, said: cell('transcript'), condition }];
  });
}
