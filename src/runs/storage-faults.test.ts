import { describe, expect, test } from 'vitest'
import { AssetError } from '../assets/failure'
import { assetId } from './address'
import { createMemoryCache } from './cache/memory-cache'
import { createMemoryRunStore } from './cache/memory-run-store'
import type { ValueCache } from './cache/value-cache'
import type { RunRecord } from './contract'
import { runReal } from './testing/real-place'
import { sourcesOf } from './testing/run-here'
import { tinyMetrics } from './testing/tiny-chain'

/**
 * The storage fails once, at its k-th operation, for every k: the run says what failed, keeps no
 * half of anything, and the next run comes to the result that an undisturbed one comes to.
 */
const sources = await sourcesOf(
  tinyMetrics.map(({ text, ...file }) => ({
    ...file,
    text: text.replaceAll(/.*,Drinks,.*\n/g, ''),
  })),
)

const failure = {
  code: 'storage_full',
  message: 'No room is left.',
  path: 'storage',
  hint: 'Make room and run again.',
}

/** A cache and a run store in memory that count their operations and refuse one of them. */
function faultyPlace() {
  const cache = createMemoryCache()
  const runs = createMemoryRunStore()
  let nDone = 0
  let failing: number | null = null
  const guard =
    <A extends readonly unknown[], R>(work: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      nDone += 1
      if (nDone === failing) throw new AssetError(failure)
      return work(...args)
    }
  const guarded: ValueCache = {
    read: guard(cache.read),
    readSummary: guard(cache.readSummary),
    write: guard(cache.write),
    list: guard(cache.list),
    remove: guard(cache.remove),
  }
  const logs: string[] = []
  const run = async (failAt: number | null = null) => {
    nDone = 0
    failing = failAt
    const change = {
      runs: { ...runs, list: guard(runs.list), append: guard(runs.append) },
      log: { write: guard(async (id: string) => void logs.push(id)) },
    }
    const { record } = await runReal(guarded, { sources }, change)
    return { record, nDone }
  }
  return { cache, runs, run }
}

const undisturbed = await faultyPlace().run()
const settled = await (async () => {
  const place = faultyPlace()
  await place.run()
  return place.run()
})()

/** Of what a run tells, all that does not depend on when it was made. */
function resultOf({ resultHash, assets, errors }: RunRecord) {
  const made = assets.map((asset) => [assetId(asset), asset.status, asset.dataVersion])
  return { resultHash, made, errors }
}

async function expectWhole({ cache }: ReturnType<typeof faultyPlace>, { assets }: RunRecord) {
  const listed = new Set(await cache.list())
  for (const address of listed) expect(await cache.read(address)).not.toBeNull()
  for (const asset of assets)
    if (asset.status === 'success')
      expect(listed.has(`${assetId(asset)}@${asset.dataVersion}`)).toBe(true)
    else expect(asset.dataVersion).toBeNull()
}

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1)

describe('a storage that fails once', () => {
  test('is asked often enough in an undisturbed run to be worth it', () => {
    expect(undisturbed.record).toMatchObject({ status: 'success', seq: 1 })
    expect(undisturbed.nDone).toBeGreaterThan(30)
    expect(settled.record.assets.every(({ cached }) => cached)).toBe(true)
  })

  test.each(upTo(undisturbed.nDone))('at operation %i of a first run', async (k) => {
    const place = faultyPlace()
    const { record } = await place.run(k)
    expect(record.errors).toMatchObject([{ code: 'storage_full', hint: failure.hint }])
    await expectWhole(place, record)
    const { record: next } = await place.run()
    expect(resultOf(next)).toEqual(resultOf(undisturbed.record))
  })

  test.each(upTo(settled.nDone))('at operation %i of a run that finds all made', async (k) => {
    const place = faultyPlace()
    await place.run()
    const { record } = await place.run(k)
    expect(record.errors).toMatchObject([{ code: 'storage_full', hint: failure.hint }])
    await expectWhole(place, record)
    const { record: next } = await place.run()
    expect(resultOf(next)).toEqual(resultOf(undisturbed.record))
  })

  test('that fails an asset names it, stops what reads it, and leaves the rest', async () => {
    const place = faultyPlace()
    const refusing: ValueCache = {
      ...place.cache,
      write: async (address, entry) => {
        if (address.startsWith('internal_normalized_data')) throw new AssetError(failure)
        await place.cache.write(address, entry)
      },
    }
    const { record } = await runReal(refusing, { sources })
    const statuses = new Map(record.assets.map((asset) => [asset.key, asset.status]))
    expect(statuses.get('internal_imputed_features')).toBe('success')
    expect(statuses.get('internal_normalized_data')).toBe('failure')
    expect(statuses.get('internal_assign_clusters')).toBe('skipped')
    expect(statuses.get('external_assign_clusters')).toBe('success')
  })
})
