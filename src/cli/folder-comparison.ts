import { compareRuns, type RunComparison } from '../runs/compare/compare-runs'
import { explainMoves, type Explanation } from '../runs/compare/explain-moves'
import { planExplanation } from '../runs/compare/explanation-plan'
import type { AtHand } from '../runs/compare/put-back'
import type { RunSide } from '../runs/compare/run-side'
import type { Io } from './io'
import { type Storage, storageOf } from './node-ports'
import { type PublishedRun, readPublishedRun } from './published-run'
import { runEngine } from './run-engine'
import { sourcesAtHand } from './sources-at-hand'

/** The run of a folder, and the storage that its values are in. */
export type FolderRun = {
  readonly published: PublishedRun
  readonly storage: Storage
  readonly side: RunSide
}

/** @throws {InputError} where no run has written into the folder */
export async function openFolder(folder: string): Promise<FolderRun> {
  const storage = storageOf(folder)
  const hint = 'Give the folder that an earlier run was given with --out.'
  const published = await readPublishedRun(folder, storage, hint)
  return { published, storage, side: { run: published.run, read: storage.readValue } }
}

export function compareFolders(a: FolderRun, b: FolderRun): Promise<RunComparison> {
  return compareRuns(a.side, b.side)
}

export type Explaining = {
  readonly a: FolderRun
  readonly b: FolderRun
  readonly trials: boolean
  readonly workers: number
}

/**
 * Why stores moved. With `trials` what differs is put back one at a time in runs of the files that
 * lie where they were; their values are kept beside those of the later run, their records nowhere.
 * Without, only what needs no run is tested.
 * @returns null when it was canceled
 */
export async function explainFolders(
  comparison: RunComparison,
  { a, b, trials, workers }: Explaining,
  io: Io,
): Promise<Explanation | null> {
  const plan = planExplanation(comparison, trials ? await atHand(a, b) : nothing)
  if (plan.nTrials > 0) io.log(`${plan.nTrials} trial runs`)
  return explainMoves(plan, {
    a: a.side,
    b: b.side,
    read: b.storage.readValue,
    report: (nDone, nTrials) => io.log(`trial ${nDone} of ${nTrials} done`),
    trial: (request) =>
      runEngine(request, {
        storage: b.storage,
        workers,
        emit: () => undefined,
        isCanceled: io.isCanceled,
      }),
  })
}

const nothing: AtHand = { sources: [], baselineOf: () => null }

async function atHand(a: FolderRun, b: FolderRun): Promise<AtHand> {
  const [before, after] = [a.published, b.published]
  return {
    sources: await sourcesAtHand([...(after.sources ?? []), ...(before.sources ?? [])]),
    // The values that run a carried on lie in another folder: its baseline cannot be put back here.
    baselineOf: ({ id }) => (id === after.run.id ? (after.baseline ?? null) : null),
  }
}
