import type { Attempt } from '../../runs/bundle/bundle'
import { baselineOf } from '../../runs/baseline-of'
import { completeFrom } from '../../runs/complete-from'
import type { RunRecord, Source } from '../../runs/contract'
import { noMark } from '../../runs/run-mark'
import { failureOf } from '../failure-of'
import type { Services } from '../services'

/** The files on the desk that a run read, told by their bytes. */
export function filesOfRun(run: RunRecord, desk: readonly Source[]): readonly Source[] {
  return run.inputs.flatMap(
    ({ digest }) => desk.find(({ profile }) => profile.digest === digest) ?? [],
  )
}

/** The bundle of a run, with the bytes of these files; none: without the data. Never rejects. */
export async function makeRunBundle(
  run: RunRecord,
  sources: readonly Source[],
  { storage, bundles }: Pick<Services, 'storage' | 'bundles'>,
): Promise<Attempt<{ readonly blob: Blob }>> {
  try {
    const runs = await storage.listRuns()
    const marks = await storage.readMarks()
    const baseline = runs.find(({ id }) => id === run.baseline?.runId)
    return await bundles.makeBundle({
      run: completeFrom(run, runs),
      mark: marks.get(run.id) ?? noMark,
      log: await storage.readLog(run.id),
      baseline: baseline === undefined ? null : baselineOf(completeFrom(baseline, runs)),
      sources,
    })
  } catch (error) {
    return { ok: false, failure: failureOf(error) }
  }
}

/** `run-3.bundle.zip`: what it is stays readable when the browser adds a number to it. */
export function bundleName(run: RunRecord): string {
  return `run-${run.seq}.bundle.zip`
}
