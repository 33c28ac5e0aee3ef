/**
 * The measures of the Pollock benchmark (Vitagliano et al., PVLDB 2023): success, then precision,
 * recall and F1 of the header's cells, of whole records and of cells; 10 at best.
 */
export type FileScore = { readonly file: string; readonly score: number; readonly weight: number }

type Rows = readonly (readonly string[])[]

/** `found` is `null` where the file could not be read. */
export function scoreFile(expected: Rows, found: Rows | null): number {
  if (found === null) return 0
  if (expected.length === 0) return 10
  const header =
    expected[0].length > 0 && found.length === 0
      ? 0
      : overlap(expected[0].map(lower), (found[0] ?? []).map(lower))
  const records = overlap(expected.slice(1).map(joined), found.slice(1).map(joined))
  return 1 + header + records + overlap(expected.flat(), found.flat())
}

export function meanScore(
  scores: readonly FileScore[],
  weightOf: (score: FileScore) => number,
): number {
  const total = scores.reduce((sum, score) => sum + weightOf(score), 0)
  return scores.reduce((sum, score) => sum + score.score * weightOf(score), 0) / total
}

const lower = (cell: string): string => cell.toLowerCase()
const joined = (row: readonly string[]): string => row.map(lower).join('')

/** Precision, recall and F1 of two bags, added; as the benchmark has it, 3 where nothing is expected. */
function overlap(expected: readonly string[], found: readonly string[]): number {
  if (expected.length === 0) return 3
  const left = new Map<string, number>()
  for (const item of found) left.set(item, (left.get(item) ?? 0) + 1)
  let nShared = 0
  for (const item of expected) {
    const n = left.get(item) ?? 0
    if (n === 0) continue
    left.set(item, n - 1)
    nShared++
  }
  if (nShared === 0) return 0
  const precision = nShared / expected.length
  const recall = nShared / found.length
  return precision + recall + (2 * precision * recall) / (precision + recall)
}

/** Rows of plain RFC 4180 text, written apart from the reader that is measured. */
export function parseLoosely(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|\n|$)/gy
  const body = text.replace(/^\ufeff/, '')
  while (cell.lastIndex < body.length) {
    const match = cell.exec(body)
    if (match === null) throw new Error(`no CSV at ${cell.lastIndex}`)
    row.push(match[1]?.replaceAll('""', '"') ?? match[2])
    if (match[3] === ',') continue
    rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push([...row, ''])
  return rows
}
