import type { Source } from '../../runs/contract'
import { autoMeans, measuresOf } from '../../state/sources/missing-means'
import { formatAmount, formatPercent } from '../../ui/number-format'

/** How many cells are missing and what that is taken for; `null` where none is. */
export function missingSentence(source: Source, means: unknown, nOwn: number): string | null {
  const measures = measuresOf(source)
  const nMissing = measures.reduce((sum, column) => sum + column.nMissing, 0)
  if (nMissing === 0) return null
  const share = nMissing / (measures.length * source.profile.nRows)
  const isAuto = means !== 'zero' && means !== 'unknown'
  const taken = isAuto ? autoMeans(source) : means
  const of = `${formatAmount(nMissing, 'empty cell')} (${shareText(share)})`
  const meaning = taken === 'zero' ? 'never sold, so zero' : 'unknown, so imputed'
  const own = nOwn === 0 ? '' : ` ${formatAmount(nOwn, 'column')} otherwise.`
  return `${of}: ${meaning}.${own}`
}

function shareText(share: number): string {
  return share < 0.001 ? 'under 0.1\u202f%' : formatPercent(share, share < 0.1 ? 1 : 0)
}
