import { AssetError } from '../../assets/failure'
import { entryTooLarge } from '../../files/zip-failure'
import { openZip, readZipped, readZippedText, type Zip } from '../../files/zip-reader'
import type { Baseline } from '../contract'
import { noMark, standings } from '../run-mark'
import type { BundledFile, BundledRun, OpenedBundle } from './bundle'
import { dataNames, entryNames } from './entry-names'
import { readLog } from './log-text'
import { parseJson, readRunJson } from './read-run-json'
import { amount, list, nullable, object, oneOf, type Shape, text } from './shape'

/** Collects bytes where they are kept: a Blob of the browser, or of Node. */
export type ToBlob = (pieces: AsyncIterable<Uint8Array>) => Promise<Blob>

/** No text of a bundle comes near it; what would unpack to more is not unpacked. */
export const largestText = 256_000_000

/**
 * Reads and checks a bundle; its tables and models stay packed until they are compared.
 * @throws {AssetError | FileError} with the reason why it is refused
 */
export async function readBundle(blob: Blob, toBlob: ToBlob): Promise<OpenedBundle> {
  const zip = await openZip(blob)
  const runText = await textIn(zip, entryNames.run)
  if (runText === null) throw notABundle()
  const run = readRunJson(runText)
  const markText = await textIn(zip, entryNames.mark)
  const logText = await textIn(zip, entryNames.log)
  const baselineText = await textIn(zip, entryNames.baseline)
  return {
    run,
    mark: markText === null ? noMark : readMark(markText),
    log: logText === null ? [] : readLog(logText),
    baseline: baselineText === null ? null : readBaseline(baselineText),
    files: await readFiles(zip, run, toBlob),
  }
}

/** The text of an entry; null where there is none. */
export async function textIn(zip: Zip, name: string): Promise<string | null> {
  const member = zip.members.get(name)
  return member === undefined ? null : readZippedText(zip, member, largestText)
}

/** Tables shrink to a tenth; past this a packed file is there to fill the disk. */
const largestRatio = 100
const alwaysAllowed = 100_000_000

async function readFiles(
  zip: Zip,
  { inputs }: BundledRun,
  toBlob: ToBlob,
): Promise<readonly BundledFile[]> {
  const names = dataNames(inputs)
  const files: BundledFile[] = []
  for (const [i, input] of inputs.entries()) {
    const member = zip.members.get(names[i] ?? '')
    if (
      member !== undefined &&
      member.size > Math.max(alwaysAllowed, largestRatio * member.packedSize)
    )
      throw entryTooLarge(member.name, member.size, alwaysAllowed)
    files.push({ ...input, blob: member ? await toBlob(readZipped(zip, member)) : null })
  }
  return files
}

function readMark(json: string): OpenedBundle['mark'] {
  const shape = object({ name: text, note: text, standing: oneOf(standings) })
  return shape(parseJson(json, entryNames.mark), entryNames.mark)
}

const baselineShape: Shape<Baseline> = (value, path) => {
  const asset = object({ key: text, partition: nullable(text), data_version: text })
  const read = object({ run_id: text, seq: amount, assets: list(asset) })(value, path)
  return {
    runId: read.run_id,
    seq: read.seq,
    assets: read.assets.map(({ key, partition, data_version }) => ({
      key,
      partition,
      dataVersion: data_version,
    })),
  }
}

function readBaseline(json: string): Baseline {
  return baselineShape(parseJson(json, entryNames.baseline), entryNames.baseline)
}

export function notABundle(): AssetError {
  return new AssetError({
    code: 'not_a_bundle',
    message: 'This zip file is no run bundle: it holds no run.json.',
    path: entryNames.run,
    hint: 'Choose a file that Download run bundle made. Tables are added unpacked.',
  })
}
