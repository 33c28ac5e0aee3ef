import type { OverrideEntry } from '../assets/override'
import type { Configuration } from '../config/configuration'
import { nearest } from '../assets/nearest'
import { compareText } from '../table/compare-text'
import type { AssetPair } from './asset-pairs'
import { overrideCategoryOf, overridesFor } from './overrides-for'
import type { LogLine } from './run-log'

type Pair = Pick<AssetPair, 'spec' | 'partition'>
type Placed = Exclude<OverrideEntry, { readonly kind: 'revoke' }>

/**
 * A line for each override of a category that is not in the run: nothing follows it, and no check of
 * an asset can say so. What the run has no files for at all is not missed.
 * @param pairs every asset of these files and settings
 */
export function linesOfPlaceless(
  pairs: readonly Pair[],
  configuration: Configuration,
): readonly LogLine[] {
  const log = configuration.overrides ?? []
  if (log.length === 0) return []
  const revoked = new Set(log.flatMap((entry) => (entry.kind === 'revoke' ? [entry.of] : [])))
  const followed = new Set(
    pairs.flatMap((pair) => overridesFor(pair, configuration).map(({ id }) => id)),
  )
  return log.flatMap((entry) => {
    if (entry.kind === 'revoke' || revoked.has(entry.id) || followed.has(entry.id)) return []
    const known = categoriesFor(entry, pairs, configuration)
    return known.length === 0 ? [] : [lineOf(entry, known)]
  })
}

/** The categories in which something follows overrides of this kind and branch. */
function categoriesFor(
  { branch, kind }: Placed,
  pairs: readonly Pair[],
  configuration: Configuration,
): readonly string[] {
  const following = pairs.filter(
    ({ spec }) => spec.overrides?.branches.includes(branch) && spec.overrides.kinds.includes(kind),
  )
  const categories = following.map(({ partition }) =>
    overrideCategoryOf(branch, partition, configuration),
  )
  return [...new Set(categories)].toSorted(compareText)
}

function lineOf({ id, kind, branch, category }: Placed, known: readonly string[]): LogLine {
  const near = nearest(category, known)
  const hint =
    near === null ? `Known here: ${known.slice(0, 12).join(', ')}.` : `Did you mean "${near}"?`
  const what = `Override ${id} (${kind}, ${branch}) changes nothing`
  return { level: 'warn', message: `${what}: no category "${category}" is in this run. ${hint}` }
}
