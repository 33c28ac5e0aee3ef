import { isSame } from '../../config/is-same'
import { readConfiguration, writeConfiguration } from '../../config/yaml'
import type { Zip } from '../../files/zip-reader'
import type { BundledRun, Difference } from './bundle'
import { entryNames } from './entry-names'
import { parseJson } from './read-run-json'
import { textIn } from './read-bundle'

/**
 * The files of a bundle that repeat for people what its `run.json` says: who reads only them must
 * not be told something else.
 * @throws {AssetError | FileError} `bundle_damaged`, or a zip that cannot be read
 */
export async function compareCopies(
  zip: Zip,
  { configuration }: Pick<BundledRun, 'configuration'>,
): Promise<readonly Difference[]> {
  const isOfSettings = (text: string) => {
    if (text === writeConfiguration(configuration)) return true
    const read = readConfiguration(text)
    return read.ok && isSame(read.value, configuration)
  }
  const isOfOverrides = (text: string) =>
    isSame(parseJson(text, entryNames.overrides), configuration.overrides)
  return [
    ...(await compareCopy(zip, entryNames.configuration, isOfSettings)),
    ...(await compareCopy(zip, entryNames.overrides, isOfOverrides)),
  ]
}

async function compareCopy(
  zip: Zip,
  name: string,
  isAlike: (text: string) => boolean,
): Promise<readonly Difference[]> {
  const text = await textIn(zip, name)
  if (text === null) return [{ where: name, what: 'file', inBundle: 'missing', here: 'made' }]
  if (isAlike(text)) return []
  return [{ where: name, what: 'content', inBundle: 'changed', here: 'as in run.json' }]
}
