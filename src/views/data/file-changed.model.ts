import type { FileChange } from '../../state/sources/file-change'
import { needLabels } from '../../state/sources/open-needs'
import { formatAmount, formatCount } from '../../ui/number-format'

/** What a file that took the place of another has and lacks, the worst first. */
export function changeSentence(change: FileChange): string {
  if (change.isSameBytes) return 'This file replaced one with the same bytes: nothing changed.'
  const { nRows, columns, lost, stores } = change
  const asked = lost.map(
    ({ need, name }) => `${name} is gone: choose the ${needLabels[need].toLowerCase()} column.`,
  )
  const rows =
    nRows.before === nRows.now
      ? `${formatAmount(nRows.now, 'row')} as before.`
      : `${formatCount(nRows.before)} rows before, ${formatCount(nRows.now)} now.`
  return [
    ...asked,
    `This file replaced an earlier one. ${rows}`,
    ...namesSentence('Gone', columns.gone),
    ...namesSentence('New', columns.added),
    ...(lost.some(({ need }) => need === 'store') ? [] : storesSentence(stores)),
  ].join(' ')
}

const mostNames = 4

function namesSentence(word: string, names: readonly string[]): readonly string[] {
  if (names.length === 0) return []
  const more = names.length > mostNames ? ` and ${formatCount(names.length - mostNames)} more` : ''
  const noun = names.length === 1 ? 'column' : 'columns'
  return [`${word} ${noun}: ${names.slice(0, mostNames).join(', ')}${more}.`]
}

function storesSentence(stores: FileChange['stores']): readonly string[] {
  if (stores === null) return ['Too many stores to compare on sight.']
  const { nGone, nNew } = stores
  if (nGone === 0 && nNew === 0) return ['The same stores.']
  return [`${formatAmount(nGone, 'store')} gone, ${formatCount(nNew)} new.`]
}
