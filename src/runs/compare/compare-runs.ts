import type { RunRecord } from '../contract'
import type { Change, Part } from './change'
import { type CheckChange, checksBetween } from './checks-between'
import { clusterNamesOf } from './cluster-names'
import { type CodeChange, codeBetween } from './code-between'
import { type ColumnChange, columnsBetween } from './columns-between'
import { type InputChange, inputsBetween } from './inputs-between'
import { type Membership, membershipBetween } from './membership'
import { type MetricChange, metricsBetween } from './metrics-between'
import { type OverrideChanges, overridesBetween } from './overrides-between'
import { type Place, placementsFor, placementsOf } from './placements'
import { noteLost, type RunSide } from './run-side'
import { type SettingChange, settingsBetween } from './settings-between'
import { stableIds } from './stable-ids'
import { storeSalesOf } from './store-sales'

/** Two runs side by side: `before` is run a, `after` is run b, in every part. */
export type RunComparison = {
  readonly a: RunRecord
  readonly b: RunRecord
  /** Null where one of them placed no store. */
  readonly isSameResult: boolean | null
  readonly settings: Part<SettingChange>
  readonly inputs: Part<InputChange>
  readonly columns: Part<ColumnChange>
  readonly code: Part<CodeChange>
  readonly environment: Change<string | null>
  /** By the number of the run whose ids are carried on. */
  readonly baseline: Change<number | null>
  readonly overrides: OverrideChanges
  readonly checks: Part<CheckChange>
  readonly metrics: Part<MetricChange>
  readonly memberships: readonly Membership[]
  /** Where only one of the runs placed stores. */
  readonly onlyInA: readonly Place[]
  readonly onlyInB: readonly Place[]
  /** Ids of assets whose values are no longer kept: what needs them is not here. */
  readonly lost: Change<readonly string[]>
}

/**
 * What differs between two runs, from their records and the values that are still kept. A run of a
 * few assets is completed first (`completeFrom`).
 */
export async function compareRuns(sideA: RunSide, sideB: RunSide): Promise<RunComparison> {
  const [a, b] = [noteLost(sideA), noteLost(sideB)]
  const [before, after] = [a.run, b.run]
  const parts = {
    settings: settingsBetween(before.configuration, after.configuration),
    inputs: await inputsBetween(a, b),
    columns: await columnsBetween(a, b),
    code: codeBetween(before, after),
    overrides: overridesBetween(before.configuration, after.configuration),
    checks: checksBetween(before, after),
    metrics: await metricsBetween(a, b),
    ...(await membershipsBetween(a, b)),
  }
  return {
    a: before,
    b: after,
    isSameResult: isSameResult(before, after),
    environment: { before: before.environment ?? null, after: after.environment ?? null },
    baseline: { before: before.baseline?.seq ?? null, after: after.baseline?.seq ?? null },
    ...parts,
    lost: { before: a.lost(), after: b.lost() },
  }
}

function isSameResult(a: RunRecord, b: RunRecord): boolean | null {
  if (a.resultHash === null || b.resultHash === null) return null
  return a.resultHash === b.resultHash
}

async function membershipsBetween(
  a: RunSide,
  b: RunSide,
): Promise<Pick<RunComparison, 'memberships' | 'onlyInA' | 'onlyInB'>> {
  const [before, after] = [await placementsOf(a), await placementsOf(b)]
  const salesOf = (await storeSalesOf(b)) ?? (await storeSalesOf(a))
  const naming = {
    nameBefore: await clusterNamesOf(a),
    nameAfter: await clusterNamesOf(b),
    salesOf: salesOf ?? (() => null),
  }
  const memberships: Membership[] = []
  for (const later of after) {
    const earlier = placementsFor(before, later)
    if (earlier === null) continue
    const isStable = await stableIds(a, b, later)
    memberships.push(membershipBetween(earlier, later, { ...naming, isStable }))
  }
  return {
    memberships,
    onlyInA: before.filter((one) => placementsFor(after, one) === null).map(placeOf),
    onlyInB: after.filter((one) => placementsFor(before, one) === null).map(placeOf),
  }
}

function placeOf({ view, category }: Place): Place {
  return { view, category }
}
