import { firstFew } from '../assets/first-few'
import { externalFeaturesData } from '../assets/preprocessing/external-features-data/spec'
import { internalRawSalesData } from '../assets/preprocessing/internal-raw-sales-data/spec'
import { internalStoreMetrics } from '../assets/preprocessing/internal-store-metrics/spec'
import type { Configuration } from '../config/configuration'
import { paramsFor } from '../config/params-for'
import { createIdLookup } from '../table/id-lookup'
import { idRules } from '../table/id-rules'
import type { Source } from './contract'
import type { SourceDoubt } from './source-doubts'
import { storeIdsOf } from './store-overlap'

/**
 * Stores that `exclude_stores` names and no file has, such as `5` where the files write `00005`.
 * Nothing is said where the ids of a file are too many to be known before a run.
 */
export function unknownStores(
  sources: readonly Source[],
  configuration: Configuration,
): readonly SourceDoubt[] {
  const named = namedStores(configuration)
  const ids = sources.filter(({ columns }) => columns.store !== null).map(storeIdsOf)
  if (named.length === 0 || ids.length === 0 || ids.some((each) => each === null)) return []
  const known = new Set(ids.flatMap((each) => each ?? []))
  const unknown = named.filter((id) => !known.has(id))
  if (unknown.length === 0) return []
  const isOne = unknown.length === 1
  const alike = alikeIn([...known], unknown)
  return [
    {
      severity: 'warn',
      code: 'unknown_stores',
      message: `exclude_stores names ${isOne ? '1 store that is' : `${unknown.length} stores that are`} in no file: ${firstFew(unknown) ?? ''}.`,
      path: 'exclude_stores',
      hint: `Nothing is left out for ${isOne ? 'it' : 'them'}. ${alike ?? 'Write store ids exactly as the files do.'}`,
    },
  ]
}

function namedStores(configuration: Configuration): readonly string[] {
  const specs = [internalRawSalesData, internalStoreMetrics, externalFeaturesData]
  const named = specs.flatMap((spec): readonly unknown[] => {
    const stores = paramsFor(spec, configuration)['exclude_stores']
    return Array.isArray(stores) ? stores : []
  })
  return [...new Set(named.filter((store) => typeof store === 'string'))]
}

/** Ids of the files that every rule together takes for the same store. */
function alikeIn(known: readonly string[], unknown: readonly string[]): string | null {
  const { indexOf } = createIdLookup(known, idRules)
  const pairs = unknown.flatMap((id) => {
    const alike = known[indexOf(id)]
    return alike === undefined ? [] : [`"${alike}" for "${id}"`]
  })
  return pairs.length === 0 ? null : `The files write ${firstFew(pairs) ?? ''}.`
}
