import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { definitions } from '../../assets/definitions'
import { guessRole } from '../../assets/guess-role'
import type { DimensionalityReducedFeatures } from '../../assets/feature-engineering/dimensionality-reduced-features/spec'
import type { AssignedClusters } from '../../assets/cluster-assignment/assign-clusters/spec'
import { emptyConfiguration } from '../../config/configuration'
import { createHasher } from '../../files/digest'
import { inspectFile } from '../../files/inspect'
import { addressOf } from '../../runs/address'
import { createMemoryCache } from '../../runs/cache/memory-cache'
import { createMemoryRunStore } from '../../runs/cache/memory-run-store'
import { computeAsset } from '../../runs/compute-asset'
import type { FileHandle, Source } from '../../runs/contract'
import { materialize } from '../../runs/materialize'
import { makeSample } from '../../sample/make-sample'
import { unpackPoints } from './sample-points'

const category = 'Snacks'

function blobOf(file: FileHandle): Blob {
  if (file.kind !== 'blob') throw new Error(`${file.name} is not in memory`)
  return file.blob
}

async function sampleSources(): Promise<readonly Source[]> {
  const sources: Source[] = []
  for (const { name, text } of makeSample()) {
    const blob = new Blob([text])
    const inspected = await inspectFile(name, blob)
    if (!inspected.ok) throw new Error(inspected.failure.message)
    const { profile } = inspected
    const { role, columns } = guessRole(name, profile.columns, profile.nRows)
    sources.push({ id: name, role, name, file: { kind: 'blob', name, blob }, profile, columns })
  }
  return sources
}

/** Clusters of the sample by what sells, as a run with the defaults makes them. */
async function runSample() {
  const cache = createMemoryCache()
  const request = {
    runId: 'sample',
    selection: `internal_assign_clusters[${category}]`,
    sources: await sampleSources(),
    configuration: emptyConfiguration,
  }
  const record = await materialize(request, () => {}, {
    cache,
    runs: createMemoryRunStore(),
    execute: (task, report) =>
      computeAsset(task, {
        cache,
        definitions,
        openFile: blobOf,
        report,
        memoryBudget: Infinity,
        now: () => 0,
      }),
    concurrency: 1,
    clock: () => 0,
    hash: await createHasher(),
  })
  return async (key: string): Promise<unknown> => {
    const made = record.assets.find((asset) => asset.key === key && asset.partition === category)
    if (made === undefined || made.dataVersion === null)
      throw new Error(`${key} was not made: ${record.errors[0]?.message}`)
    return (await cache.read(addressOf(made, made.dataVersion)))?.value
  }
}

/** One `x,y,cluster` a store, x and y in thousandths of their range. */
function pack(
  reduced: DimensionalityReducedFeatures,
  assigned: AssignedClusters,
): readonly string[] {
  const { X, componentNames } = reduced
  const clusterOf = new Map(assigned.storeIds.map((id, i) => [id, assigned.clusters[i] - 1]))
  const stores = reduced.storeIds.flatMap((id, row) => {
    const cluster = clusterOf.get(id)
    const at = row * componentNames.length
    return cluster === undefined ? [] : [{ x: X[at], y: X[at + 1], cluster }]
  })
  const toX = thousandths(stores.map(({ x }) => x))
  const toY = thousandths(stores.map(({ y }) => y))
  return stores.map(({ x, y, cluster }) => `${toX(x)},${toY(y)},${cluster}`)
}

function thousandths(values: readonly number[]): (value: number) => number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[0], sorted[sorted.length - 1]]
  return (value) => Math.round((1000 * (value - low)) / (high - low))
}

/** Seven stores a line, as source. */
function sourceOf(packed: readonly string[]): string {
  const lines = packed.flatMap((_, i) => (i % 7 === 0 ? [packed.slice(i, i + 7).join(' ')] : []))
  return `/** Made by sample-points.test.ts. */\nexport const packedPoints = \`\n${lines.join('\n')}\n\`\n`
}

describe('the picture of the sample on the first page', () => {
  test('is what a run of the sample makes; UPDATE_SAMPLE_POINTS=1 draws it anew', async () => {
    const valueOf = await runSample()
    const packed = pack(
      (await valueOf('internal_dimensionality_reduced_features')) as DimensionalityReducedFeatures,
      (await valueOf('internal_assign_clusters')) as AssignedClusters,
    )
    if (process.env['UPDATE_SAMPLE_POINTS'] === '1') {
      writeFileSync(new URL('./sample-points.packed.ts', import.meta.url), sourceOf(packed))
      return
    }
    const { packedPoints } = await import('./sample-points.packed')
    expect(packedPoints.trim().split(/\s+/)).toEqual(packed)
  })

  test('is unpacked with the centre of each cluster', () => {
    expect(unpackPoints('Snacks', '\n0,1000,0 1000,0,0\n500,500,1\n')).toEqual({
      category: 'Snacks',
      points: [
        [0, 1, 0],
        [1, 0, 0],
        [0.5, 0.5, 1],
      ],
      centers: [
        [0.5, 0.5],
        [0.5, 0.5],
      ],
    })
  })
})
