import type { RunComparison } from '../runs/compare/compare-runs'
import type { Explanation } from '../runs/compare/explain-moves'
import type { Membership } from '../runs/compare/membership'
import { reasonText, thingText } from '../runs/compare/reason-words'
import type { RunRecord } from '../runs/contract'

/** The object that `compare --json` prints: only what differs, and who is where. */
export function comparisonAnswer(
  comparison: RunComparison,
  explanation: Explanation,
  [folderA, folderB]: readonly [string, string],
) {
  const { a, b, settings, inputs, columns, code, checks, metrics, overrides } = comparison
  return {
    a: runEntry(a, folderA),
    b: runEntry(b, folderB),
    result_equal: comparison.isSameResult,
    settings: settings.differing.map(({ name, where, before, after }) => ({
      name,
      where,
      before,
      after,
    })),
    inputs: inputs.differing,
    columns: columns.differing,
    code: code.differing,
    environment: comparison.environment,
    baseline: comparison.baseline,
    overrides: { before: overrides.nBefore, after: overrides.nAfter },
    checks: checks.differing.map(({ asset, name, severity, before, after }) => ({
      asset,
      name,
      severity,
      before,
      after,
    })),
    metrics: metrics.differing,
    memberships: comparison.memberships.map((one) => membershipEntry(one, explanation)),
    only_in_a: comparison.onlyInA,
    only_in_b: comparison.onlyInB,
    not_tested: explanation.things
      .filter(({ isTested }) => !isTested)
      .map(({ thing, note }) => ({ what: thingText(thing), why: note })),
    lost: comparison.lost,
  }
}

function runEntry(
  { id, seq, startedAt, selection, status, resultHash }: RunRecord,
  folder: string,
) {
  return { folder, id, seq, started_at: startedAt, selection, status, result_hash: resultHash }
}

function membershipEntry(membership: Membership, explanation: Explanation) {
  const { view, category, rows, columns, counts, matching, salesMoved } = membership
  return {
    view,
    category,
    stores_in_both: membership.nCommon,
    only_in_a: membership.onlyA,
    only_in_b: membership.onlyB,
    adjusted_rand_index: membership.adjustedRandIndex,
    matched_by: matching.by,
    matched: matching.pairs,
    rows,
    columns,
    counts,
    moved: membership.moves.length,
    share_moved: membership.shareMoved,
    sales_moved: salesMoved,
    moves: membership.moves.map((move) => ({
      store: move.store,
      from: move.from,
      to: move.to,
      reason: reasonText(explanation, membership, move.store),
      margin: move.margin,
      distance_before: move.distanceBefore,
      distance_after: move.distanceAfter,
      sales: move.sales,
    })),
  }
}
