import { createSHA256 } from 'hash-wasm'
import { defaultNullTokens } from '../table/is-null-token'
import { countOf } from './count-of'
import { FileError, type FileFailure } from './failure'
import type { TextOptions } from './open-text'
import { readAsGuessed, type Pass } from './read-as-guessed'
import { readRows } from './read-rows'
import type { ReadOverrides, SourceProfile } from './source-profile'
import { createRowTally } from './tally-rows'

export type Inspection =
  | { readonly ok: true; readonly profile: SourceProfile }
  | { readonly ok: false; readonly failure: FileFailure }

export type InspectRequest = {
  /** What is fixed by hand and not guessed; nothing by default. */
  readonly overrides?: ReadOverrides
  /** Told after every piece of bytes. */
  readonly report?: (bytesDone: number, bytesTotal: number) => void
}

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
    return { ok: true, profile: await profileFile(name, blob, request) }
  } catch (error) {
    if (error instanceof FileError) return { ok: false, failure: error.failure }
    throw error
  }
}

async function profileFile(
  name: string,
  blob: Blob,
  { overrides = {}, report }: InspectRequest,
): Promise<SourceProfile> {
  const sha = await createSHA256()
  const nullTokens = overrides.nullTokens ?? defaultNullTokens
  const pass: Pass<SourceProfile> = async ({ options, guess }, isStrict) => {
    const tally = createRowTally({ ...options, name, nullTokens, overrides })
    sha.init()
    let nDone = 0
    let nReplaced = 0
    const onBytes = (bytes: Uint8Array): void => {
      sha.update(bytes)
      nDone += bytes.length
      report?.(nDone, blob.size)
    }
    const onText = (text: string): void => {
      if (text.includes('\ufffd')) nReplaced += text.split('\ufffd').length - 1
    }
    const source = { ...options, name, isStrict, onBytes, onText }
    for await (const batch of readRows(blob, source)) tally.add(batch)
    const { nRows, columns, numberFormats, preview, notes } = tally.finish()
    const nHeader = options.hasHeader ? 1 : 0
    return {
      digest: sha.digest('hex'),
      size: nDone,
      nRows,
      account: {
        nRecords: options.skipLines + nHeader + nRows,
        nAbove: options.skipLines,
        nHeader,
        nRepeatedHeader: 0,
        nData: nRows,
        nBelow: 0,
      },
      guess,
      sheets: [],
      options: {
        ...options,
        format: 'text',
        isGzip: false,
        sheet: null,
        nullTokens,
        numberFormats,
        types: overrides.types ?? [],
      },
      columns,
      preview,
      notes: [...noteText(options, nReplaced), ...notes],
    }
  }
  return readAsGuessed(name, blob, { overrides, pass })
}

function noteText({ encoding, skipLines, hasHeader }: TextOptions, nReplaced: number): string[] {
  const replaced = countOf(nReplaced, 'character')
  const skipped = countOf(skipLines, 'line')
  return [
    ...(encoding === 'utf-8' ? [] : [`The text is read as ${encoding}.`]),
    ...(nReplaced === 0 ? [] : [`${replaced} not of ${encoding}, shown as \ufffd.`]),
    ...(skipLines === 0 ? [] : [`${skipped} above the table skipped.`]),
    ...(hasHeader ? [] : ['The first row is data, not names: columns are called by their place.']),
  ]
}
