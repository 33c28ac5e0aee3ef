import { isSame } from '../../config/is-same'
import type { SliceApi } from '../app-state'
import type { Reading } from './read-file'
import { asReader, readerFor, wantedOverrides, withReaders } from './readers'
import type { SourceEntry } from './sources-slice'
import { withReason } from './understand-source'

/**
 * Makes the files of the desk what the configuration says after it was changed elsewhere: another
 * role or column at once, other options by reading again. A file it says nothing of stays as it is,
 * and is written down again.
 */
export function followReaders({ get, set }: SliceApi, read: Reading['read']): void {
  const { configuration, entries } = get()
  const next = entries.map((entry): SourceEntry => {
    const reader = readerFor(configuration, entry.name)
    if (entry.status !== 'ready' || reader === null) return entry
    const source = asReader(entry.source, reader)
    return source === entry.source ? entry : withReason({ ...entry, source })
  })
  const isReadOtherwise = (entry: SourceEntry) =>
    entry.status !== 'reading' &&
    entry.status !== 'lost' &&
    readerFor(configuration, entry.name) !== null &&
    !isSame(entry.overrides, wantedOverrides(configuration, entry.name))
  const others = next.filter(isReadOtherwise)
  const settled = next.filter((entry) => !others.includes(entry))
  const filled = withReaders(configuration, settled)
  const isChanged = next.some((entry, i) => entry !== entries[i])
  if (isChanged || filled !== configuration)
    set({ ...(isChanged ? { entries: next } : {}), configuration: filled })
  for (const entry of others)
    if (entry.status !== 'reading' && entry.status !== 'lost')
      void read({
        id: entry.id,
        file: entry.status === 'ready' ? entry.source.file : entry.file,
        occasion: 'again',
      })
}
