import { assetId } from '../../runs/address'
import type { Comparison, OpenedBundle } from '../../runs/bundle/bundle'
import { canonicalJson } from '../../runs/canonical-json'
import type { RunRecord } from '../../runs/contract'
import { noMark } from '../../runs/run-mark'
import type { Marks } from '../../runs/with-mark'
import type { Services } from '../services'

export type KeptRun = {
  readonly id: string
  readonly seq: number
  /** It was here before the bundle was opened: nothing was written. */
  readonly wasHere: boolean
}

type Made = { readonly made: RunRecord; readonly comparison: Comparison }

/**
 * Keeps what came of a bundle: its own run with mark and log where the re-run is identical, else the
 * re-run as a run of its own. What is here already is not kept twice.
 * @returns null when nothing was made that could be kept
 */
export async function keepBundled(
  bundle: OpenedBundle,
  { made, comparison }: Made,
  { storage }: Pick<Services, 'storage'>,
): Promise<KeptRun | null> {
  const runs = await storage.listRuns()
  const isIdentical = comparison.differences.length === 0
  const here = isIdentical
    ? runs.find(({ id }) => id === bundle.run.id)
    : runs.find((run) => contentOf(run) === contentOf(made))
  if (here !== undefined) return { id: here.id, seq: here.seq, wasHere: true }
  if (made.assets.length === 0) return null
  const record = isIdentical ? ownRecord(bundle, made) : made
  if (isIdentical) await storage.writeLog(record.id, bundle.log)
  const { id, seq } = await storage.appendImported(record)
  if (isIdentical) await storage.changeMark(id, markOf(bundle, await storage.readMarks()))
  return { id, seq, wasHere: false }
}

/**
 * The record of the bundle, with only what was checked: its values, checks and versions are those
 * that were made here, its identity and times are its own.
 */
function ownRecord({ run, baseline }: OpenedBundle, made: RunRecord): RunRecord {
  const asBefore = new Map(run.assets.map((asset) => [assetId(asset), asset]))
  return {
    ...made,
    id: run.id,
    startedAt: run.startedAt,
    ms: run.ms,
    status: run.status,
    selection: run.selection,
    environment: run.environment ?? null,
    baseline: baseline && { runId: baseline.runId, seq: baseline.seq },
    assets: made.assets.flatMap((asset) => {
      const before = asBefore.get(assetId(asset))
      return before === undefined ? [] : [{ ...asset, cached: before.cached, ms: before.ms }]
    }),
  }
}

/** A bundle does not take the place of the baseline that was chosen here. */
function markOf({ mark }: OpenedBundle, marks: Marks) {
  const hasBaseline = [...marks.values()].some(({ standing }) => standing === 'baseline')
  const standing = mark.standing === 'baseline' && hasBaseline ? 'candidate' : mark.standing
  return { ...noMark, ...mark, standing }
}

/** What a run is about and what came of it, whoever made it and when. */
function contentOf({ configuration, inputs, assets, resultHash }: RunRecord): string {
  const made = assets.map(({ key, partition, dataVersion, status }) => [
    key,
    partition,
    dataVersion,
    status,
  ])
  return canonicalJson([configuration, inputs, made, resultHash])
}
