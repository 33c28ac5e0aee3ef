import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { specs } from '../assets/specs'
import { makeSample } from '../sample/make-sample'
import { addressOf } from './address'
import { runHere, sourcesOf, type TextFile } from './testing/run-here'

/**
 * Equal version means equal value, and equal findings of its checks, which are cached with it: every
 * asset of the sample chain against the digest that is stored under its key and code version.
 * `UPDATE_GOLDEN=1` writes the digests anew.
 */
const file = new URL('./golden.json', import.meta.url)
const stored: Readonly<Record<string, string>> = JSON.parse(readFileSync(file, 'utf8'))
const digests = new Map<string, string>()

/** Sales with a map, then foot traffic as a table of one row per store: every asset is in one. */
const chains: readonly (readonly TextFile[])[] = [makeSample(), asStoreMetrics()]

function asStoreMetrics(): readonly TextFile[] {
  const named = (name: string) => makeSample().filter((one) => one.name.includes(name))
  const metrics = named('foot_traffic').map((one) => ({ ...one, role: 'store_metrics' as const }))
  return [...metrics, ...named('demographics')]
}

beforeAll(async () => {
  for (const files of chains) {
    const { record, cache } = await runHere(await sourcesOf(files))
    if (record.errors.length > 0) throw new Error(JSON.stringify(record.errors))
    const parts = new Map<string, string[]>()
    for (const asset of record.assets) {
      if (asset.dataVersion === null) continue
      const entry = await cache.read(addressOf(asset, asset.dataVersion))
      const name = `${asset.key}@${asset.codeVersion}`
      const found = entry?.checks.map(({ name, passed, metadata }) => [name, passed, metadata])
      const part = `${asset.partition ?? ''} ${digestOf([entry?.value, found])}`
      parts.set(name, [...(parts.get(name) ?? []), part])
    }
    for (const [name, of] of parts)
      if (!digests.has(name)) digests.set(name, digestOf(of.toSorted()))
  }
  if (process.env['UPDATE_GOLDEN'] === '1') {
    const sorted = [...digests].toSorted(([a], [b]) => (a < b ? -1 : 1))
    writeFileSync(file, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`)
  }
}, 60_000)

describe('every asset gives the value that its code version promises', () => {
  test.each(specs.map(({ key, codeVersion }) => `${key}@${codeVersion}`))('%s', (name) => {
    const key = name.slice(0, name.indexOf('@'))
    expect(
      digests.get(name),
      `The output of ${key} or of its checks changed and its version did not: bump codeVersion of ${key} and run with UPDATE_GOLDEN=1, or restore it.`,
    ).toBe(stored[name])
    expect(stored[name]).toBeDefined()
  })
})

/** SHA-256 of a value, numbers rounded to nine significant digits so that engines agree. */
function digestOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(plain(value)))
    .digest('hex')
}

function plain(value: unknown): unknown {
  if (typeof value === 'number')
    return Number.isFinite(value) ? Number(value.toPrecision(9)) + 0 : String(value)
  if (value instanceof Float64Array || value instanceof Int32Array || value instanceof Uint8Array)
    return Array.from(value, plain)
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return entries.map(([name, of]) => [name, plain(of)])
}
