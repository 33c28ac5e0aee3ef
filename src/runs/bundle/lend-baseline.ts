import { isValueOf } from '../../assets/is-value-of'
import { specs } from '../../assets/specs'
import { openZip } from '../../files/zip-reader'
import { addressOf } from '../address'
import type { ValueCache } from '../cache/value-cache'
import type { Baseline } from '../contract'
import { rowCountOf } from '../row-count'
import { baselineValueName } from './entry-names'
import { readExactJson } from './exact-json'
import { textIn } from './read-bundle'
import { refuse } from './shape'

/**
 * Puts the baseline's values of a bundle where a re-run reads them. A value that is here already is
 * left as it is; what is lent was not made here, so it is taken back after the re-run.
 * @returns the addresses that were written
 * @throws {AssetError | FileError} a value that is not of its asset
 */
export async function lendBaseline(
  blob: Blob,
  baseline: Baseline,
  cache: Pick<ValueCache, 'readSummary' | 'write'>,
): Promise<readonly string[]> {
  const zip = await openZip(blob)
  const lent: string[] = []
  for (const asset of baseline.assets) {
    const spec = specs.find(({ key }) => key === asset.key)
    const address = addressOf(asset, asset.dataVersion)
    const name = baselineValueName(asset, baseline.assets)
    const json = await textIn(zip, name)
    if (spec?.carries !== true || json === null) continue
    if ((await cache.readSummary(address)) !== null) continue
    const value = readValue(json, name)
    if (!isValueOf(spec, value)) refuse(name, `a value of ${asset.key}`)
    await cache.write(address, { value, rows: rowCountOf(value), checks: [] })
    lent.push(address)
  }
  return lent
}

/** @throws {AssetError} `bundle_damaged` */
export function readValue(json: string, name: string): unknown {
  try {
    return readExactJson(json)
  } catch {
    return refuse(name, 'a value')
  }
}
