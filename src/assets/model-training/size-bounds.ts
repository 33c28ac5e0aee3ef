import type { SizeBounds } from '../../math/assign-within-sizes'
import { AssetError, type AssetFailure } from '../failure'
import type { FitParams } from './params'

type SizeParams = Pick<FitParams, 'algorithm' | 'size_min' | 'size_max'>

/** Algorithms whose clusters are places of centres: stores can be shared out among those. */
export const boundedAlgorithms = [
  'kmeans',
  'minibatch_kmeans',
  'bisecting_kmeans',
  'kmedoids',
] as const

/** The bounds on the cluster sizes, null where neither is set. A cluster has at least one store. */
export function sizeBoundsOf({ size_min, size_max }: SizeParams): SizeBounds | null {
  if (size_min === null && size_max === null) return null
  return { min: Math.max(1, size_min ?? 1), max: size_max ?? Infinity }
}

/** A bound that cannot be kept, and the least change that would do. */
export type SizeFault = Pick<AssetFailure, 'message' | 'path' | 'hint'>

/** Why k clusters of so many stores cannot keep the bounds; null when they can. */
export function sizeFault(nStores: number, k: number, params: SizeParams): SizeFault | null {
  const bounds = sizeBoundsOf(params)
  if (bounds === null) return null
  const clusters = k === 1 ? '1 cluster' : `${k} clusters`
  if (bounds.min * k > nStores)
    return {
      message: `${clusters} of at least ${bounds.min} need ${bounds.min * k} stores; there are ${nStores} to fit.`,
      path: 'size_min',
      hint: `Lower size_min to ${Math.max(1, Math.floor(nStores / k))}, or ask for fewer clusters.`,
    }
  if (bounds.max * k < nStores)
    return {
      message: `${clusters} of at most ${bounds.max} hold ${bounds.max * k} stores; there are ${nStores} to fit.`,
      path: 'size_max',
      hint: `Raise size_max to ${Math.ceil(nStores / k)}, or ask for more clusters.`,
    }
  return null
}

/** @throws AssetError for bounds that the algorithm cannot keep, that cross, or that k cannot keep. */
export function assertSizes(nStores: number, k: number, params: SizeParams): void {
  const { algorithm, size_min, size_max } = params
  if (sizeBoundsOf(params) === null) return
  if (!boundedAlgorithms.some((name) => name === algorithm))
    throw new AssetError({
      code: 'sizes_not_bounded',
      message: `size_min and size_max bound clusters around centres; ${algorithm} has none to share stores out among.`,
      path: size_min === null ? 'size_max' : 'size_min',
      hint: `Set size_min and size_max to null, or choose one of ${boundedAlgorithms.join(', ')}.`,
    })
  if (size_min !== null && size_max !== null && size_min > size_max)
    throw new AssetError({
      code: 'size_bounds_cross',
      message: `No cluster has at least ${size_min} (size_min) and at most ${size_max} (size_max) stores.`,
      path: 'size_min',
      hint: 'Make size_min at most size_max.',
    })
  const fault = sizeFault(nStores, k, params)
  if (fault !== null) throw new AssetError({ code: 'sizes_impossible', ...fault })
}
