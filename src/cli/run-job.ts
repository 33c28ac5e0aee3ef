import type { Baseline, RunRecord, RunRequest } from '../runs/contract'
import { doubtsOf } from '../runs/source-doubts'
import { faultLine } from './answer'
import { doubtLines } from './doubt-lines'
import { importLines } from './import-lines'
import type { Io } from './io'
import { leftBehind } from './left-behind'
import { type ConfigurationFlags, loadConfiguration } from './load-configuration'
import { makeAndPublish } from './make-and-publish'
import type { Storage } from './node-ports'
import { openSources, type RoleFlags } from './open-sources'

/** What the arguments of `run` ask for; files and settings are read anew at each run. */
export type RunJob = {
  readonly selection: string
  readonly flags: ConfigurationFlags & RoleFlags
  /** Where files are written, and what is kept beside them. */
  readonly folder: string
  readonly storage: Storage
  readonly workers: number
  readonly baseline: Baseline | null
}

/** Settings and files as they are now. */
export async function requestOf(job: RunJob, io: Io): Promise<Omit<RunRequest, 'runId'>> {
  const { selection, flags, baseline } = job
  const loaded = await loadConfiguration(flags, io.cwd)
  for (const line of importLines(loaded.imported)) io.log(line)
  const sources = await openSources(flags, loaded, io)
  for (const line of doubtLines(doubtsOf(sources, loaded.configuration))) io.log(line)
  const environment = flags.env ?? null
  return { selection, sources, configuration: loaded.configuration, environment, baseline }
}

export type JobDone = { readonly record: RunRecord; readonly files: readonly string[] }

const makeAnew =
  'It was written earlier: run full_pipeline_job, or export it again, to make it anew, or take it away.'

/** One run from the files on disk to the files in the folder; what failed is said line by line. */
export async function runJob(job: RunJob, io: Io): Promise<JobDone> {
  const request = await requestOf(job, io)
  const { folder, storage, workers } = job
  const done = await makeAndPublish(request, { folder, storage, workers, io })
  for (const error of done.record.errors) io.log(faultLine(error))
  // A run that wrote nothing left everything as it was.
  const old = done.files.length === 0 ? [] : await leftBehind(folder, done.files)
  if (old.length > 0) io.log(`warning not of this run: ${old.join(', ')}. ${makeAnew}`)
  return done
}
