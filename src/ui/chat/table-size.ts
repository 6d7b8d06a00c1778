/**
 * Of a table, as much as a browser lays out at once: tens of thousands of cells hold the page for seconds, with each word that
 * an answer grows by. The rest stays in the text of the answer, and what is copied is all of it.
 */
import type { Token } from 'markdown-it';

/** With its heading, more rows than anybody reads on; wide tables have fewer. */
const mostCells = 2000;
const mostColumns = 50;

export interface TableCut {
  /** Without the heading. */
  readonly rows: number;
  readonly ofRows: number;
  readonly columns: number;
  readonly ofColumns: number;
}

/** The tokens without the cells that are too many; the end of such a table has a `TableCut` as its `meta`. */
export function withinSize(tokens: readonly Token[]): Token[] {
  // No engine takes as many arguments as a large table has tokens: none are spread.
  let kept: Token[] = [];
  let start = 0;
  tokens.forEach(({ type }, at) => {
    if (type === 'table_open') {
      kept = kept.concat(tokens.slice(start, at));
      start = at;
    } else if (type === 'table_close') {
      kept = kept.concat(cut(tokens.slice(start, at + 1)));
      start = at + 1;
    }
  });
  return kept.concat(tokens.slice(start));
}

function cut(table: readonly Token[]): readonly Token[] {
  const count = (wanted: string) => table.filter(({ type }) => type === wanted).length;
  const ofColumns = count('th_open');
  const ofRows = count('tr_open') - 1;
  const columns = Math.min(ofColumns, mostColumns);
  const rows = Math.min(ofRows, Math.floor(mostCells / columns) - 1);
  if (columns === ofColumns && rows === ofRows) return table;
  let row = -1;
  let column = -1;
  const kept = table.filter(({ type }) => {
    if (type === 'tr_open') {
      row += 1;
      column = -1;
    }
    if (type === 'th_open' || type === 'td_open') column += 1;
    if (type === 'tr_close') column = -1;
    const isOutside = type === 'tbody_close' || type === 'table_close';
    return isOutside || (row <= rows && column < columns);
  });
  kept.at(-1)!.meta = { rows, ofRows, columns, ofColumns } satisfies TableCut;
  return kept;
}
