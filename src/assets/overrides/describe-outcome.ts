import type { Objection, Placing } from './admit'
import type { Movement } from './place-groups'

/** Names that are told in full before the rest is counted. */
const nTold = 5

type Facts = {
  readonly stores: readonly string[]
  readonly moved: readonly Movement[]
  readonly objections: readonly Objection[]
}

/** What came of an override in sentences: what it did, what does not hold, and what to do next. */
export function describeOutcome(override: Placing, facts: Facts): string {
  const of = (status: Objection['status']) =>
    facts.objections.flatMap((one) => (one.status === status ? [one.text] : []))
  const [conflicts, stores, clusters] = [of('conflict'), of('unknown_store'), of('unknown_cluster')]
  const told = [effectOf(override, facts)]
  if (conflicts.length > 0)
    told.push(`Conflict: ${listed(conflicts, '; ')}.`, 'Revoke one of those that contradict.')
  if (clusters.length > 0)
    told.push(
      `Cluster ${clusters[0]} is not in this result: it is retired, or never was.`,
      'Lock to a cluster that is in it, or revoke this.',
    )
  if (stores.length > 0)
    told.push(
      `Not among the stores here: ${listed(stores, ', ')}.`,
      'Correct the id, or revoke this.',
    )
  return told.filter((sentence) => sentence !== '').join(' ')
}

function effectOf({ kind }: Placing, { stores, moved, objections }: Facts): string {
  if (kind === 'exclude' && stores.length > 0) return `Left out: ${listed(stores, ', ')}.`
  if (moved.length > 0)
    return `Moved: ${listed(
      moved.map(({ store, from, to }) => `${store} from ${from} to ${to}`),
      ', ',
    )}.`
  return objections.length === 0 ? 'Nothing had to move.' : ''
}

function listed(all: readonly string[], separator: string): string {
  const first = all.slice(0, nTold).join(separator)
  return all.length > nTold ? `${first} and ${all.length - nTold} more` : first
}
