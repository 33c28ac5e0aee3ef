import { basename } from 'node:path'
import type { AssetFailure } from '../assets/failure'
import { type Answer, answerOf, answerOfFaults, countsLine, faultLine } from './answer'
import { exitCode, type ExitCode } from './exit-code'
import { absentPaths, stampsOf } from './file-stamps'
import { InputError } from './input-error'
import { inputPathsOf } from './input-paths'
import type { Io } from './io'
import { type JobDone, type RunJob, runJob } from './run-job'
import { nextChange } from './watch-files'

/**
 * Runs a job, and again whenever one of its files changes, until it is canceled. One line a run on
 * standard output; a run that bad input stops is told the same way, and the next change is awaited.
 */
export async function watchJob(
  job: RunJob,
  io: Io,
  { isJson }: { readonly isJson: boolean },
): Promise<ExitCode> {
  let changed: readonly string[] | null = []
  for (let nth = 1; changed !== null; nth++) {
    // Before the run: what changes while it goes on is a change too.
    const known = await stampsOf(await inputPathsOf(job, io.cwd))
    if (absentPaths(known).length === 0) {
      const outcome = await tryJob(job, io)
      io.out(isJson ? `${JSON.stringify(answerFor(outcome))}\n` : lineFor(outcome, nth, changed))
      if (io.isCanceled()) break
      io.log('waiting for a change of the files; stop with Ctrl-C')
    }
    changed = await nextChange(known, io)
  }
  return exitCode.done
}

type Outcome = JobDone | { readonly faults: readonly AssetFailure[] }

async function tryJob(job: RunJob, io: Io): Promise<Outcome> {
  try {
    return await runJob(job, io)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    for (const fault of error.faults) io.log(faultLine(fault))
    return { faults: error.faults }
  }
}

function answerFor(outcome: Outcome): Answer {
  return 'faults' in outcome
    ? answerOfFaults(outcome.faults)
    : answerOf(outcome.record, outcome.files)
}

/** `run 2, sales.csv changed: status success, 12 of 75 assets run, 63 cached, result 3f...` */
function lineFor(outcome: Outcome, nth: number, changed: readonly string[]): string {
  const names = changed.map((path) => basename(path)).join(', ')
  const head = names === '' ? `run ${nth}` : `run ${nth}, ${names} changed`
  if ('faults' in outcome) return `${head}: ${outcome.faults.map(faultLine).join('; ')}\n`
  const { status, assets, resultHash } = outcome.record
  const words = [
    `status ${status}`,
    ...(assets.length === 0 ? [] : [countsLine(assets)]),
    ...(resultHash === null ? [] : [`result ${resultHash}`]),
  ]
  return `${head}: ${words.join(', ')}\n`
}
