import { defaultNullTokens } from '../table/is-null-token'
import { countOf } from './count-of'
import { createByteHash } from './digest'
import type { ByteHash } from './file-hash'
import { FileError, type FileFailure } from './failure'
import { isExcelExport } from './export/restore-rows'
import { flagColumns, type IsFeature } from './flag-columns'
import { canSplitBytes } from './kernel/can-split-bytes'
import type { Scanner } from './kernel/scanner'
import { LeftToGeneral, ToldTooEarly } from './kernel/signs'
import { tallyBytes } from './kernel/tally-bytes'
import { tallyInTurn, type TallyRanges } from './kernel/tally-in-turn'
import { mayHaveFooter, type FileOptions, type OpenedFile } from './open-file'
import { readAsGuessed, type Pass } from './read-as-guessed'
import { readFileRows } from './read-file-rows'
import type { ReadOverrides, SourceProfile } from './source-profile'
import { createRowTally } from './tally-rows'
import { createTextWatch } from './text-watch'

export type Inspection =
  | { readonly ok: true; readonly profile: SourceProfile }
  | { readonly ok: false; readonly failure: FileFailure }

export type InspectRequest = {
  /** What is fixed by hand and not guessed; nothing by default. */
  readonly overrides?: ReadOverrides
  /** Told after every piece of bytes. */
  readonly report?: (bytesDone: number, bytesTotal: number) => void
  /** How ordinary text is read: by bytes where it is large, if nothing is said. The same answer. */
  readonly by?: 'bytes' | 'rows'
  /** Which columns are features, and so may be shares of a whole; every column by default. */
  readonly isFeature?: IsFeature
  /** Where there is a faster SHA-256, for a file of so many bytes, than WebAssembly in this thread. */
  readonly createHash?: (size: number) => ByteHash
  /** How bytes are split: the fastest of the host by default. The same answer. */
  readonly scanner?: Scanner
  /** Tallies ranges of a large file: in this thread by default. The same answer. */
  readonly tallyRanges?: TallyRanges
}

const isAnyColumn: IsFeature = () => true
/** From so many bytes on, reading by bytes is worth its preparations. */
const largeFile = 1 << 22

/**
 * Reads a whole file once, streamed and with flat memory, and tells what it holds: its digest, how
 * it was understood, a profile of every column, and everything that was repaired or left out.
 * A file that cannot be read is a failure, not an exception.
 */
export async function inspectFile(
  name: string,
  blob: Blob,
  request: InspectRequest = {},
): Promise<Inspection> {
  try {
    const profile = await profileFile(name, blob, request)
    const { notes, ...flags } = await flagColumns(blob, profile, request.isFeature ?? isAnyColumn)
    return { ok: true, profile: { ...profile, ...flags, notes: [...profile.notes, ...notes] } }
  } catch (error) {
    if (error instanceof FileError) return { ok: false, failure: error.failure }
    throw error
  }
}

async function profileFile(
  name: string,
  blob: Blob,
  {
    overrides = {},
    report,
    by,
    createHash,
    scanner,
    tallyRanges = tallyInTurn(scanner),
  }: InspectRequest,
): Promise<SourceProfile> {
  const nullTokens = overrides.nullTokens ?? defaultNullTokens
  const isByBytes = async (options: FileOptions): Promise<boolean> =>
    canSplitBytes(options) &&
    (by === undefined ? blob.size >= largeFile : by === 'bytes') &&
    !(await isExcelExport(blob, options))
  const read = async (
    { options, guess, sheets }: OpenedFile,
    { isStrict, byBytes, isPatient = false, hash }: Reading,
  ): Promise<SourceProfile> => {
    const plainColumns = new Set<number>()
    const tally = createRowTally({
      ...options,
      name,
      nullTokens,
      overrides,
      plainColumns,
      mayHaveFooter: mayHaveFooter(options),
    })
    let nDone = 0
    const watch = createTextWatch()
    const onBytes = async (bytes: Uint8Array): Promise<void> => {
      await hash.update(bytes)
      nDone += bytes.length
      if (byBytes) report?.(nDone, blob.size)
    }
    const formatNotes: string[] = []
    const source = {
      ...options,
      name,
      isStrict,
      onBytes,
      watch,
      onShare: (share: number) => report?.(Math.round(share * blob.size), blob.size),
      onNumber: (column: number) => plainColumns.add(column),
      onNote: (note: string) => formatNotes.push(note),
    }
    if (byBytes) {
      const { numberFormats, decimal, group } = overrides
      const hasFixedFormat = [numberFormats, decimal, group].some((fixed) => fixed !== undefined)
      await tallyBytes(blob, {
        source,
        tally,
        options: {
          nullTokens,
          hasFixedFormat,
          isPatient,
          scanner,
          tallyRanges: (requests) => {
            const nBefore = nDone
            return tallyRanges(blob, requests, (n) => report?.(nBefore + n, blob.size))
          },
          onMerge: () => report?.(nDone, blob.size),
          onDigests: (digests, nBytes) => {
            hash.add(digests)
            nDone += nBytes
          },
        },
      })
    } else for await (const batch of readFileRows(blob, source)) tally.add(batch)
    const { nRows, columns, numberFormats, preview, notes, account, endLine } = tally.finish()
    const nSkipped = watch.nSkipped()
    return {
      digest: await hash.digest(),
      size: nDone,
      nRows,
      account: {
        ...account,
        nRecords: account.nRecords + nSkipped,
        nAbove: account.nAbove + nSkipped,
      },
      guess,
      sheets,
      options: {
        ...options,
        endLine,
        nullTokens,
        numberFormats,
        types: overrides.types ?? [],
      },
      columns,
      twins: [],
      isCompositional: false,
      preview,
      notes: [...noteText(options), ...formatNotes, ...watch.notes(options.encoding), ...notes],
    }
  }
  const readHashed = async (opened: OpenedFile, how: Omit<Reading, 'hash'>) => {
    const hash = createHash?.(blob.size) ?? (await createByteHash(blob.size))
    return read(opened, { ...how, hash })
  }
  const pass: Pass<SourceProfile> = async (opened, isStrict) => {
    const byRows = { isStrict, byBytes: false }
    if (!(await isByBytes(opened.options))) return readHashed(opened, byRows)
    const leave = (error: unknown) => {
      if (error instanceof LeftToGeneral) return readHashed(opened, byRows)
      throw error
    }
    return readHashed(opened, { isStrict, byBytes: true }).catch((error: unknown) => {
      if (!(error instanceof ToldTooEarly)) return leave(error)
      return readHashed(opened, { isStrict, byBytes: true, isPatient: true }).catch(leave)
    })
  }
  return readAsGuessed(name, blob, { overrides, pass })
}

type Reading = {
  readonly isStrict: boolean
  readonly byBytes: boolean
  readonly isPatient?: boolean
  readonly hash: ByteHash
}

function noteText({ encoding, skipLines, hasHeader }: FileOptions): string[] {
  const skipped = countOf(skipLines, 'line')
  return [
    ...(encoding === 'utf-8' ? [] : [`The text is read as ${encoding}.`]),
    ...(skipLines === 0 ? [] : [`${skipped} above the table skipped.`]),
    ...(hasHeader ? [] : ['The first row is data, not names: columns are called by their place.']),
  ]
}
