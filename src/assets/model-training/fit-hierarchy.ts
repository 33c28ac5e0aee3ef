import { fitAgglomerative } from '../../math/agglomerative'
import { cutDendrogram, type Dendrogram } from '../../math/dendrogram'
import type { Matrix } from '../../math/matrix'
import { mostPairedRows } from '../../math/pair-clusters'
import { AssetError } from '../failure'
import type { Fit } from './fit'
import { fitOfLabels } from './fit-of-labels'
import type { FitParams } from './params'

type Linkage = FitParams['linkage']

/**
 * Agglomerative clustering, cut at k. Equal stores are never parted, so there may be fewer clusters
 * than asked for.
 * @throws AssetError for more stores than a distance per pair is kept for.
 */
export function fitHierarchy(fitted: Matrix, nClusters: number, { linkage }: FitParams): Fit {
  refuseTooMany(fitted.nSamples, linkage)
  const dendrogram = dendrogramFor(fitted, linkage)
  const nEqual = dendrogram.heights.findLastIndex((height) => height === 0) + 1
  const labels = cutDendrogram(dendrogram, Math.min(nClusters, fitted.nSamples - nEqual))
  const fit = fitOfLabels(fitted, labels)
  return { ...fit, nIter: fitted.nSamples - 1, runnersUp: [], shape: { kind: 'centers' } }
}

/** The search cuts one dendrogram at every k: it is kept as long as the rows are. */
const kept = new WeakMap<Matrix, { readonly linkage: Linkage; readonly dendrogram: Dendrogram }>()

function dendrogramFor(fitted: Matrix, linkage: Linkage): Dendrogram {
  const known = kept.get(fitted)
  if (known?.linkage === linkage) return known.dendrogram
  const dendrogram = fitAgglomerative(fitted, linkage)
  kept.set(fitted, { linkage, dendrogram })
  return dendrogram
}

function refuseTooMany(nStores: number, linkage: Linkage): void {
  if (linkage === 'ward' || nStores <= mostPairedRows) return
  throw new AssetError({
    code: 'too_many_stores',
    message: `The linkage ${linkage} compares every pair of ${nStores} stores, more than memory holds; ${mostPairedRows} is the most.`,
    path: 'linkage',
    hint: 'Set linkage to ward, which takes any number of stores, or choose another algorithm.',
  })
}
