import type { StageSpecs } from '../../assets/branch'
import type { Branch } from '../../assets/spec'
import { crossed, external, internal, profiles, published, reassigned } from '../../assets/specs'
import { externalFeaturesData } from '../../assets/preprocessing/external-features-data/spec'
import { internalRawSalesData } from '../../assets/preprocessing/internal-raw-sales-data/spec'
import { internalSalesByCategory } from '../../assets/preprocessing/internal-sales-by-category/spec'
import { internalStoreMetrics } from '../../assets/preprocessing/internal-store-metrics/spec'
import { preprocessedExternalData } from '../../assets/preprocessing/preprocessed-external-data/spec'
import { wholeFile } from '../../assets/preprocessing/partition-names'
import type { Exclusion } from '../../assets/value'
import type { RunRecord } from '../contract'
import { branchAssignments } from './branch-assignments'
import { clusterCountRows, clusterCounts } from './cluster-counts'
import { clusterProfilesFile } from './cluster-profiles'
import {
  type Exception,
  exceptions,
  flagged,
  leftOut,
  leftOutOfMerged,
  leftOutOfSales,
  lockedStores,
  oneSided,
} from './exceptions'
import { headsOnly, type ReadValue, type SpecOf, valuesMade } from '../values-made'
import { mergedAssignments } from './merged-assignments'
import { moves } from './moves'
import { notClustered } from './not-clustered'
import type { OutputFile } from './output-file'
import { runJson } from './run-json'

/** The files of a run that it has the assets for; `run.json` always. */
export async function publishedFiles(
  run: RunRecord,
  read: ReadValue,
): Promise<readonly OutputFile[]> {
  return [
    ...(await mergedFiles(run, read)),
    ...(await branchFiles(run, read)),
    ...(await exceptionFiles(run, read)),
    ...(await profileFiles(run, read)),
    runJson(run),
  ]
}

async function mergedFiles(run: RunRecord, read: ReadValue): Promise<readonly OutputFile[]> {
  const merged = await valuesMade(run, published, read)
  const moved = await valuesMade(run, reassigned, read)
  return [
    ...merged.map(({ value }) => mergedAssignments(value)),
    ...(moved.length === 0 ? [] : [moves(moved)]),
  ]
}

const branches: readonly Branch[] = ['internal', 'external']
const stages = { internal, external } as const

async function branchFiles(run: RunRecord, read: ReadValue): Promise<readonly OutputFile[]> {
  const files: OutputFile[] = []
  const counts = []
  for (const branch of branches) {
    const assigned = await valuesMade(run, stages[branch].assigned, read)
    if (assigned.length > 0) files.push(branchAssignments(branch, assigned))
    counts.push(...clusterCountRows(branch, await valuesMade(run, stages[branch].counts, read)))
  }
  return counts.length === 0 ? files : [...files, clusterCounts(counts)]
}

type LeavesOut = SpecOf<{ readonly excluded: readonly Exclusion[] }>

/** The assets that may leave a store out, per branch. */
const leavingOut: Readonly<Record<Branch, readonly LeavesOut[]>> = {
  internal: [internalSalesByCategory, internalStoreMetrics, ...stagesLeavingOut(internal)],
  external: [externalFeaturesData, preprocessedExternalData, ...stagesLeavingOut(external)],
}

function stagesLeavingOut({ filtered, imputed, assigned }: StageSpecs): readonly LeavesOut[] {
  return [filtered, imputed, assigned]
}

/** `exceptions.csv`; none where nothing was made that could leave a store out. */
export async function exceptionFiles(
  run: RunRecord,
  read: ReadValue,
): Promise<readonly OutputFile[]> {
  const all = []
  let nValues = 0
  for (const branch of branches) {
    for (const spec of leavingOut[branch]) {
      const made = await valuesMade(run, spec, read)
      nValues += made.length
      all.push(...leftOut(branch, made))
    }
    const { assigned } = stages[branch]
    const placed = await valuesMade(run, assigned, read)
    all.push(...flagged(branch, placed), ...lockedStores(branch, assigned.key, placed))
    all.push(...(await notClustered(run, branch, read)))
  }
  all.push(...(await lostInSales(run, read)))
  all.push(...oneSided(await valuesMade(run, crossed, read)))
  const final = await valuesMade(run, reassigned, read)
  all.push(...leftOutOfMerged(final), ...lockedStores('merged', reassigned.key, final))
  return nValues + all.length === 0 ? [] : [exceptions(all)]
}

/** Reads of the sales what their head tells, where a category of them could not be made. */
async function lostInSales(run: RunRecord, read: ReadValue): Promise<readonly Exception[]> {
  const unmade = run.assets.filter(
    ({ key, status }) => key === internalSalesByCategory.key && status !== 'success',
  )
  if (unmade.length === 0) return []
  const categories = new Set(unmade.map(({ partition }) => partition))
  return leftOutOfSales(await valuesMade(run, internalRawSalesData, headsOnly(read)), categories)
}

async function profileFiles(run: RunRecord, read: ReadValue): Promise<readonly OutputFile[]> {
  const made = await valuesMade(run, profiles, read)
  const isOfChain = run.assets.some(
    ({ key, partition }) => key === external.assigned.key && partition === wholeFile,
  )
  const scope = isOfChain ? 'global' : 'per_category'
  return made.length === 0 ? [] : [clusterProfilesFile(made, scope)]
}
