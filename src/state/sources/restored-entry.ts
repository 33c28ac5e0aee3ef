import type { Configuration } from '../../config/configuration'
import type { ReadOverrides } from '../../files/source-profile'
import type { InspectResult, Source } from '../../runs/contract'
import { overridesOf, settingsOf } from '../../runs/read-options'
import { needsOfRole } from './open-needs'
import { wantedOverrides } from './readers'
import type { SourceEntry } from './sources-slice'
import { asBefore, type ReadyEntry, understand, withReason } from './understand-source'

/**
 * A file as the page was left with it. One that an earlier version of the app read, whose profile
 * lacks what the screens show, is read again.
 */
export function restoredEntry(source: Source, configuration: Configuration): SourceEntry {
  const { id, name, file, profile } = source
  const overrides = wantedOverrides(configuration, name)
  if (isWhole(profile))
    return withReason({ status: 'ready', id, name, source, reason: '', overrides })
  const before: ReadyEntry = { status: 'ready', id, name, source, reason: '', overrides }
  return { status: 'reading', id, name, file, bytesDone: 0, bytesTotal: profile.size, before }
}

/** Everything that a profile of this version says is there. */
function isWhole(profile: Partial<Source['profile']>): boolean {
  const { account, guess, sheets, twins, options } = profile
  const parts: Partial<Source['profile']['options']> = options ?? {}
  const isThere = (value: unknown) => value !== undefined
  return (
    [account, guess, sheets, twins].every(isThere) &&
    [parts.format, parts.headerRows, parts.endLine, parts.types].every(isThere) &&
    (profile.columns ?? []).every(({ nullTexts }) => isThere(nullTexts))
  )
}

/**
 * A file that an earlier version read: as guessed now, else, where a column in use is gone by that,
 * with the options of then.
 */
export async function asRestored(
  entry: ReadyEntry,
  before: ReadyEntry,
  inspect: (overrides: ReadOverrides) => Promise<InspectResult>,
): Promise<SourceEntry> {
  const now = withReason({ ...entry, source: asBefore(entry.source, before.source) })
  if (!hasLost(entry, before)) return now
  const overrides = overridesOf(settingsOf(before.source.profile.options))
  const result = await inspect(overrides)
  if (!result.ok) return now
  const { id, source } = entry
  const asThen = understand({ id, file: source.file, profile: result.profile, overrides })
  return withReason({ ...asThen, source: asBefore(asThen.source, before.source) })
}

function hasLost({ source }: ReadyEntry, { source: before }: ReadyEntry): boolean {
  const names = new Set(source.profile.columns.map(({ name }) => name))
  return needsOfRole[before.role].some(({ need }) => {
    const name = before.columns[need]
    return name !== null && !names.has(name)
  })
}
