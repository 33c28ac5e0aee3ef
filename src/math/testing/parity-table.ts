/** One method in the table of the README. */
export type ParityRow = {
  readonly name: string
  readonly reference: string
  readonly tolerance: number
  /** How many made matrices were compared, and the worst relative error on them. */
  readonly nMade: number
  readonly madeError: number
  readonly nSets: number
  readonly setsError: number
}

/** The table in Markdown, in the order of the rows. */
export function parityTable(rows: readonly ParityRow[]): string {
  const head = ['method', 'reference', 'allowed', 'made', 'worst', 'sets', 'worst']
  const lines = rows.map((row) => [
    row.name,
    `\`${row.reference}\``,
    figure(row.tolerance),
    String(row.nMade),
    figure(row.madeError),
    String(row.nSets),
    figure(row.setsError),
  ])
  return [head, head.map(() => '---'), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

const start = '<!-- parity -->'
const end = '<!-- /parity -->'

/** The text with the table between its two marks. */
export function withTable(text: string, table: string): string {
  const before = text.slice(0, text.indexOf(start) + start.length)
  return `${before}\n\n${table}\n\n${text.slice(text.indexOf(end))}`
}

function figure(error: number): string {
  return error === 0 ? '0' : error.toExponential(0)
}
