import type { AssetFailure } from '../../assets/failure'
import type { ReadOverrides } from '../../files/source-profile'
import type { Reader } from '../../config/configuration'
import { isSame } from '../../config/is-same'
import type { FileHandle, InspectResult } from '../../runs/contract'
import type { SliceApi } from '../app-state'
import { failureOf } from '../failure-of'
import type { Services } from '../services'
import { fileChange } from './file-change'
import { asReader, readerFor, wantedBy, wantedOverrides } from './readers'
import { asRestored } from './restored-entry'
import type { SourceEntry } from './sources-slice'
import { asBefore, type ReadyEntry, understand, withReason } from './understand-source'

/** Why a file is read: its bytes are new, its options are, or an earlier version of the app read it. */
export type Occasion = 'replaced' | 'again' | 'restored'

type Ports = SliceApi & { readonly put: (entry: SourceEntry) => void }

type Job = {
  readonly id: string
  readonly file: FileHandle
  readonly occasion: Occasion
  /** Options of a file that the configuration does not know yet. */
  readonly fallback?: ReadOverrides
}

export type Reading = ReturnType<typeof createReading>

/** Reads files of the desk in the computing thread, each as the configuration says at that time. */
export function createReading(services: Services, { get, put }: Ports) {
  const stopped = new Set<string>()
  const inspecting = new Set<string>()
  /** The last reading of each file: what an earlier one finds comes too late. */
  const underWay = new Map<string, Promise<void>>()
  const byId = (id: string) => get().entries.find((entry) => entry.id === id)

  const announce = (id: string, file: FileHandle, refusal: AssetFailure | null = null) => {
    const here = byId(id)
    const before = beforeOf(here)
    const lost = lostOf(here)
    const { name } = file
    if (refusal !== null)
      return put({ status: 'failed', id, name, file, failure: refusal, overrides: {}, before })
    const bytesTotal = file.kind === 'blob' ? file.blob.size : 0
    const bytes = { bytesDone: 0, bytesTotal }
    put({ status: 'reading', id, name, file, ...bytes, before, ...lost })
  }

  /** Progress comes by a channel of its own, the last of it perhaps after the answer. */
  const progressOf = (id: string, isOver: () => boolean) => {
    let shown = 0
    return (bytesDone: number, bytesTotal: number) => {
      const entry = byId(id)
      if (isOver() || entry?.status !== 'reading' || bytesDone - shown < bytesTotal / 50) return
      shown = bytesDone
      put({ ...entry, bytesDone, bytesTotal })
    }
  }

  /** One pass; a thread that was ended for the sake of another file reads this one again. */
  const inspect = async (id: string, file: FileHandle, overrides: ReadOverrides) => {
    let isOver = false
    inspecting.add(id)
    try {
      for (;;) {
        const report = progressOf(id, () => isOver)
        const result = await services.client.inspect(file, overrides, report)
        const isCutOff = !result.ok && result.failure.code === 'reading_stopped'
        if (!isCutOff || stopped.has(id)) return result
      }
    } catch (error) {
      return { ok: false, failure: failureOf(error) } as const
    } finally {
      isOver = true
      inspecting.delete(id)
    }
  }

  /** Until what was read is what is wanted: choices may change meanwhile. */
  const readAsWanted = async (id: string, file: FileHandle, fallback: ReadOverrides) => {
    const wanted = () => {
      const { configuration } = get()
      return readerFor(configuration, file.name) === null
        ? fallback
        : wantedOverrides(configuration, file.name)
    }
    for (;;) {
      const overrides = wanted()
      const result = stopped.has(id) ? wasStopped(file) : await inspect(id, file, overrides)
      if (stopped.has(id) || byId(id) === undefined || isSame(overrides, wanted()))
        return { result, overrides }
    }
  }

  const run = async ({ id, file, occasion, fallback = {} }: Job): Promise<SourceEntry | null> => {
    const { result, overrides } = await readAsWanted(id, file, fallback)
    const isStopped = stopped.delete(id)
    const entry = byId(id)
    if (entry?.status !== 'reading') return null
    const { before, lost } = entry
    if (isStopped && lost !== undefined) return lost
    if (isStopped && before !== null && occasion !== 'restored') return before
    if (!result.ok) return failed(entry, result.failure, overrides)
    const read = understand({ id, file, profile: result.profile, overrides })
    const reader = readerFor(get().configuration, file.name)
    if (before === null) return sameAsLost(asConfigured(read, reader), lost)
    if (occasion === 'again') return reread(read, before, reader)
    if (occasion === 'replaced') return replaced(asConfigured(read, reader), before)
    return asRestored(read, before, (old) => inspect(id, file, old))
  }

  const read = (job: Job): Promise<void> => {
    announce(job.id, job.file)
    const done = run(job).then((entry) => {
      if (underWay.get(job.id) !== done) return
      underWay.delete(job.id)
      if (entry !== null && byId(job.id) !== undefined) put(entry)
    })
    underWay.set(job.id, done)
    return done
  }

  return {
    announce,
    read,
    /** Resolves when nothing is read of this file any more. */
    settled: (id: string) => underWay.get(id) ?? Promise.resolve(),
    stop: (id: string) => {
      if (byId(id)?.status !== 'reading') return
      stopped.add(id)
      if (inspecting.has(id)) services.client.stopReading()
    },
  }
}

function beforeOf(entry: SourceEntry | undefined): ReadyEntry | null {
  if (entry === undefined || entry.status === 'lost') return null
  return entry.status === 'ready' ? entry : entry.before
}

type ReadingEntry = Extract<SourceEntry, { status: 'reading' }>

function lostOf(entry: SourceEntry | undefined): Pick<ReadingEntry, 'lost'> {
  if (entry?.status === 'lost') return { lost: entry }
  return entry?.status === 'reading' && entry.lost !== undefined ? { lost: entry.lost } : {}
}

/** A file that had to be chosen again; other bytes than those of before are told. */
function sameAsLost(entry: ReadyEntry, lost: ReadingEntry['lost']): ReadyEntry {
  if (lost === undefined || lost.source.profile.digest === entry.source.profile.digest) return entry
  return { ...entry, reason: 'Not the file that was here before: its bytes differ.' }
}

function failed(
  { id, name, file, before }: ReadingEntry,
  failure: AssetFailure,
  overrides: ReadOverrides,
): SourceEntry {
  return { status: 'failed', id, name, file, failure, overrides, before }
}

/** Role and columns as the configuration says, where it knows a file of this name. */
function asConfigured(entry: ReadyEntry, reader: Reader | null): ReadyEntry {
  return reader === null ? entry : withReason({ ...entry, source: asReader(entry.source, reader) })
}

/** The same bytes read another way: role and columns stay where they can, the others are guessed. */
function reread(entry: ReadyEntry, before: ReadyEntry, reader: Reader | null): ReadyEntry {
  const change = before.change === undefined ? {} : { change: before.change }
  const wanted = reader === null ? before.source : wantedBy(reader, before.source)
  return withReason({ ...entry, ...change, source: asBefore(entry.source, wanted) })
}

/** Other bytes: what is different is said. */
function replaced(entry: ReadyEntry, before: ReadyEntry): ReadyEntry {
  return { ...entry, change: fileChange(before, entry.source) }
}

function wasStopped({ name }: FileHandle): InspectResult {
  return {
    ok: false,
    failure: {
      code: 'reading_stopped',
      message: `The reading of ${name} was stopped.`,
      path: name,
      hint: 'Read it again, or remove it.',
    },
  }
}
