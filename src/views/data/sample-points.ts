import { packedPoints } from './sample-points.packed'

export type SamplePoints = {
  readonly category: string
  /** x and y from 0 to 1, cluster counted from 0. */
  readonly points: readonly (readonly [number, number, number])[]
  readonly centers: readonly (readonly [number, number])[]
}

/** The first page's picture: what a run of the sample makes, kept so that no run is needed for it. */
export const samplePoints: SamplePoints = unpackPoints('Snacks', packedPoints)

/** `323,812,1`: x and y in thousandths and the cluster of one store, parted by white space. */
export function unpackPoints(category: string, packed: string): SamplePoints {
  const points = packed
    .trim()
    .split(/\s+/)
    .map((text): readonly [number, number, number] => {
      const [x = 0, y = 0, cluster = 0] = text.split(',').map(Number)
      return [x / 1000, y / 1000, cluster]
    })
  return { category, points, centers: centersOf(points) }
}

function centersOf(points: SamplePoints['points']): SamplePoints['centers'] {
  const sums: [number, number, number][] = []
  for (const [x, y, cluster] of points) {
    const [sumX, sumY, count] = sums[cluster] ?? [0, 0, 0]
    sums[cluster] = [sumX + x, sumY + y, count + 1]
  }
  return sums.map(([x, y, count]) => [x / count, y / count])
}
