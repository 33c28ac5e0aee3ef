import { createSHA256 } from 'hash-wasm'
import { defaultNullTokens } from '../table/is-null-token'
import { FileError, type FileFailure } from './failure'
import { guessLegacyEncoding } from './guess-legacy-encoding'
import { openText, type TextOptions } from './open-text'
import { readRows } from './read-rows'
import type { ReadOverrides, SourceProfile } from './source-profile'
import { createRowTally, type TalliedRows } from './tally-rows'

export type Inspection =
  | { readonly ok: true; readonly profile: SourceProfile }
  | { readonly ok: false; readonly failure: FileFailure }

export type ReportBytes = (bytesDone: number, bytesTotal: number) => void

/**
 * Reads a whole file once, streamed and with flat memory, and tells what it holds: its digest, how
 * it was understood, a profile of every column, and everything that was repaired or left out.
 * What `overrides` fixes is not guessed. A file that cannot be read is a failure, not an exception.
 */
export async function inspectFile(
  name: string,
  blob: Blob,
  overrides: ReadOverrides,
  report: ReportBytes,
): Promise<Inspection> {
  try {
    return { ok: true, profile: await profileFile(name, blob, { overrides, report }) }
  } catch (error) {
    if (error instanceof FileError) return { ok: false, failure: error.failure }
    throw error
  }
}

type Pass = { readonly overrides: ReadOverrides; readonly report: ReportBytes }

async function profileFile(name: string, blob: Blob, pass: Pass): Promise<SourceProfile> {
  const { options, mayChangeEncoding } = await openText(name, blob, pass.overrides)
  const first = await readOnce(name, blob, { ...pass, options, isStrict: mayChangeEncoding })
  if (first.ok) return first.profile
  // UTF-8 up to here, and then a byte that it does not have: once more, with a code page.
  const encoding = guessLegacyEncoding(first.bytes)
  const reopened = await openText(name, blob, { ...pass.overrides, encoding })
  const second = await readOnce(name, blob, { ...pass, options: reopened.options, isStrict: false })
  if (second.ok) return second.profile
  throw new Error(`${name}: a lenient decoder refused bytes`)
}

type Attempt =
  | { readonly ok: true; readonly profile: SourceProfile }
  /** The piece of the file in which the encoding failed. */
  | { readonly ok: false; readonly bytes: Uint8Array }

type AttemptOptions = Pass & { readonly options: TextOptions; readonly isStrict: boolean }

async function readOnce(name: string, blob: Blob, attempt: AttemptOptions): Promise<Attempt> {
  const { options, overrides } = attempt
  const sha = await createSHA256()
  const nullTokens = overrides.nullTokens ?? defaultNullTokens
  const tally = createRowTally({ ...options, name, nullTokens, overrides })
  let nDone = 0
  let nReplaced = 0
  let current: Uint8Array = new Uint8Array()
  const onBytes = (bytes: Uint8Array): void => {
    current = bytes
    sha.update(bytes)
    nDone += bytes.length
    attempt.report(nDone, blob.size)
  }
  const onText = (text: string): void => {
    if (text.includes('\ufffd')) nReplaced += text.split('\ufffd').length - 1
  }
  const source = { ...options, name, isStrict: attempt.isStrict, onBytes, onText }
  try {
    for await (const batch of readRows(blob, source)) tally.add(batch)
  } catch (error) {
    if (attempt.isStrict && error instanceof TypeError) return { ok: false, bytes: current }
    throw error
  }
  const rows = tally.finish()
  const notes = [...noteText(options, nReplaced), ...rows.notes]
  const profile = describe(rows, { ...attempt, digest: sha.digest('hex'), size: nDone })
  return { ok: true, profile: { ...profile, notes } }
}

function describe(
  rows: TalliedRows,
  file: AttemptOptions & { readonly digest: string; readonly size: number },
): SourceProfile {
  const { nRows, columns, preview, notes, numberFormats } = rows
  const options = {
    ...file.options,
    nullTokens: file.overrides.nullTokens ?? defaultNullTokens,
    numberFormats,
    types: file.overrides.types ?? [],
  }
  return { digest: file.digest, size: file.size, nRows, options, columns, preview, notes }
}

function noteText({ encoding, skipLines, hasHeader }: TextOptions, nReplaced: number): string[] {
  const notes: string[] = []
  if (encoding !== 'utf-8') notes.push(`The text is read as ${encoding}.`)
  if (nReplaced > 0)
    notes.push(`${nReplaced} characters are not of ${encoding}: they show as \ufffd.`)
  if (skipLines > 0) notes.push(`${skipLines} lines above the table are skipped.`)
  if (!hasHeader) notes.push('The first row is data, not names: columns are called by their place.')
  return notes
}
