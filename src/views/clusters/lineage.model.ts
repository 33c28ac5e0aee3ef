import type { ClusteringModel } from '../../assets/model-training/train-clustering-models/spec'
import { listed } from '../../ui/list-words'
import { formatCount } from '../../ui/number-format'

export type Lineage = ClusteringModel['lineage']
type Line = Lineage[number]

/** What became of the ids: `5 kept, 1 new (7, split from 3), 1 retired (4, merged into 2)`. */
export function lineageSentence(lineage: Lineage): string {
  const of = (state: Line['state']) => lineage.filter((line) => line.state === state)
  const kept = of('kept').length
  const parts = [
    kept === lineage.length ? `all ${formatCount(kept)} kept` : `${formatCount(kept)} kept`,
    counted(of('new'), 'new'),
    counted(of('retired'), 'retired'),
  ]
  return parts.filter((part) => part !== '').join(', ')
}

function counted(lines: readonly Line[], word: string): string {
  if (lines.length === 0) return ''
  const told = lines.map((line) =>
    [String(line.cluster), originOf(line)].filter(Boolean).join(', '),
  )
  return `${formatCount(lines.length)} ${word} (${told.join('; ')})`
}

/** Where a new id came from, or a retired one went: empty where its stores tell of no other. */
export function originOf({ state, event, relatives }: Line): string {
  if (state === 'kept' && event !== 'merged') return event ?? ''
  const others = listed(relatives.map(({ cluster }) => String(cluster)))
  if (others === '') return ''
  const verb = event === null ? '' : `${event} `
  if (state === 'retired') return `${verb}into ${others}`
  return `${verb}from ${others}`
}
