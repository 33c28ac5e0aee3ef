import { createRandom } from '../../../math/random'
import type { Broken } from './broken'
import { checkFile } from './check-file'
import type { FuzzFile } from './fuzz-file'
import { mutate, type Corpus } from './mutate'

const maxPieces = 150
/** So many smaller files are tried. */
const maxTries = 3000

/** A mutant by its number: the same corpus and number always make the same bytes and cuts. */
export function makeCase(corpus: Corpus, number: number): FuzzFile {
  const random = createRandom(number)
  const bytes = mutate(corpus, random)
  const sizes = [1, 2, 3, 5, 7, 13, 64, 509]
  // In many pieces, but not in thousands.
  const least = Math.ceil(bytes.length / maxPieces)
  const size = Math.max(least, sizes[random.nextInt(sizes.length)])
  return { bytes, size, isThorough: random.nextInt(3) === 0 }
}

export type Failed = FuzzFile & { readonly number: number; readonly broken: Broken }

/**
 * Checks one mutant; what breaks a promise comes back as small as it still does. `beat` is called
 * before every file that is read.
 */
export async function runCase(
  corpus: Corpus,
  number: number,
  beat: () => void = () => undefined,
): Promise<Failed | null> {
  const file = makeCase(corpus, number)
  beat()
  const broken = await checkFile(file)
  return broken === null ? null : { number, ...(await minimise(file, broken, beat)) }
}

/** Takes out pieces, ever smaller ones, as long as the same promise is broken. */
async function minimise(
  file: FuzzFile,
  broken: Broken,
  beat: () => void,
): Promise<FuzzFile & { readonly broken: Broken }> {
  let least = { ...file, broken }
  let nLeft = maxTries
  for (let length = file.bytes.length >> 1; length >= 1; length = length >> 1) {
    for (let from = 0; from < least.bytes.length && nLeft > 0; nLeft--) {
      const bytes = without(least.bytes, from, length)
      beat()
      const again = await checkFile({ ...file, bytes })
      if (again?.rule === broken.rule) least = { ...file, bytes, broken: again }
      else from += length
    }
  }
  return least
}

function without(bytes: Uint8Array, from: number, length: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array([...bytes.subarray(0, from), ...bytes.subarray(from + length)])
}

/** A failed case as a person reads and replays it. */
export function describeFailed({ number, size, bytes, broken }: Failed): string {
  const text = JSON.stringify(String.fromCharCode(...bytes.subarray(0, 2000)))
  return [
    `case ${number}: ${broken.rule}`,
    `  ${broken.detail.slice(0, 2000)}`,
    `  replay: npm run fuzz -- 1 --from ${number}`,
    `  smallest input found, ${bytes.length} bytes in pieces of ${size}, a sign a byte: ${text}`,
  ].join('\n')
}
