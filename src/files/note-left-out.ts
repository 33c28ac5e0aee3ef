import { countOf } from './count-of'
import type { LeftOut } from './data-rows'

/** What was left out of a table between and below its rows, in words. */
export function noteLeftOut({ account, end, repeatedLine, commentLine }: LeftOut): string[] {
  const { nRepeatedHeader, nAbove, nBelow } = account
  return [
    ...(nRepeatedHeader === 0
      ? []
      : [
          `The header again in ${countOf(nRepeatedHeader, 'row')}, first on line ${repeatedLine}: left out.`,
        ]),
    ...(nAbove === 0
      ? []
      : [
          `${countOf(nAbove, 'comment')} between the rows, first on line ${commentLine}: left out.`,
        ]),
    ...(end === null ? [] : noteEnd(end, nBelow)),
  ]
}

function noteEnd({ line, kind, second }: NonNullable<LeftOut['end']>, nBelow: number): string[] {
  const nFooter = second?.nAbove ?? nBelow
  const rows = countOf(nFooter, 'row')
  if (kind === 'second table') return [`Second table from line ${line}: ${rows} left out.`]
  if (kind === 'chosen') return [`The table ends before line ${line}, as chosen: ${rows} left out.`]
  const footer = `A total or a note below the table from line ${line}: ${rows} left out.`
  if (second === undefined) return [footer]
  return [footer, ...noteEnd({ line: second.line, kind: 'second table' }, nBelow - nFooter)]
}
