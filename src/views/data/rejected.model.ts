import type { SourceProfile } from '../../files/source-profile'
import { formatAmount, formatCount } from '../../ui/number-format'
import type { CsvContent } from '../save-csv'

type Profile = Pick<SourceProfile, 'columns'>

export type RejectedLine = {
  readonly key: string
  readonly line: number
  readonly column: string
  readonly text: string
}

export function nRejectedOf({ columns }: Profile): number {
  return columns.reduce((sum, { nRejected }) => sum + nRejected, 0)
}

/** Cells of number columns that are no numbers, by address; the first of each column are kept. */
export function rejectedLines({ columns }: Profile): readonly RejectedLine[] {
  const lines = columns.flatMap(({ name, rejected }, place) =>
    rejected.map(({ line, text }) => ({ key: `${place} ${line}`, line, column: name, text })),
  )
  return lines.toSorted((a, b) => a.line - b.line)
}

/** `3 cells are left empty: rent 2, area 1.` */
export function rejectedSentence(profile: Profile): string {
  const counts = profile.columns
    .filter(({ nRejected }) => nRejected > 0)
    .map(({ name, nRejected }) => `${name} ${formatCount(nRejected)}`)
  const n = nRejectedOf(profile)
  const verb = n === 1 ? 'is' : 'are'
  const listed = rejectedLines(profile).length
  const first = listed < n ? ` The first ${formatCount(listed)} are listed.` : ''
  return `${formatAmount(n, 'cell')} ${verb} no number and left empty: ${counts.join(', ')}.${first}`
}

export function rejectedCsv(profile: Profile): CsvContent {
  const lines = rejectedLines(profile)
  return {
    columns: ['line', 'column', 'text'],
    rows: lines.map(({ line, column, text }) => [line, column, text]),
  }
}
