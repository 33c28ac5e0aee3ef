import { choice, integer, nullable, number, onlyWith, type ParamValues } from '../schema'

export const sessionId = integer({
  label: 'Seed',
  help: 'Start of every random stream. The same seed gives the same clusters.',
  default: 42,
  min: 0,
  max: 2147483647,
})

const nInit = integer({
  label: 'Restarts',
  help: 'How often a fit starts anew; the best result is kept.',
  default: 10,
  min: 1,
  max: 1000,
})

const maxIter = integer({
  label: 'Most iterations',
  help: 'Iterations of one k-means start.',
  default: 300,
  min: 1,
  max: 100000,
})

const tol = number({
  label: 'Tolerance',
  help: 'K-means stops when the centres move less than this, times the mean column variance.',
  default: 0.0001,
  min: 0,
  max: 1,
  step: 0.0001,
})

const algorithm = choice({
  label: 'Algorithm',
  help: 'How stores are grouped. The search for k uses the same one as the fit; DBSCAN and HDBSCAN find k themselves, and leave stores that are in no dense group out as noise.',
  default: 'kmeans',
  options: [
    { value: 'kmeans', label: 'K-means' },
    { value: 'minibatch_kmeans', label: 'Mini-batch k-means' },
    { value: 'bisecting_kmeans', label: 'Bisecting k-means' },
    { value: 'kmedoids', label: 'K-medoids' },
    { value: 'hclust', label: 'Hierarchical' },
    { value: 'gmm', label: 'Gaussian mixture' },
    { value: 'dbscan', label: 'DBSCAN' },
    { value: 'hdbscan', label: 'HDBSCAN' },
  ],
})

const batchSize = integer({
  label: 'Batch size',
  help: 'Mini-batch k-means only: stores drawn for one step. Smaller batches are faster and less exact.',
  default: 1024,
  min: 1,
  max: 1000000,
})

const sizeMin = nullable(
  integer({
    label: 'Fewest stores in a cluster',
    help: 'Every cluster gets at least this many of the fitted stores, at the least total distance. For the k-means family and k-medoids. Outliers and stores without data are placed later and may add to a cluster.',
    default: 1,
    min: 1,
    max: 1000000,
  }),
  null,
)

const sizeMax = nullable(
  integer({
    label: 'Most stores in a cluster',
    help: 'Every cluster gets at most this many of the fitted stores, at the least total distance. For the k-means family and k-medoids. Outliers and stores without data are placed later and may take a cluster over it.',
    default: 1000,
    min: 1,
    max: 1000000,
  }),
  null,
)

const linkage = choice({
  label: 'Linkage',
  help: 'Hierarchical only: what makes two clusters near. Ward adds least spread; average takes the mean distance of their stores, complete the largest one.',
  default: 'ward',
  options: [
    { value: 'ward', label: 'Ward' },
    { value: 'average', label: 'Average' },
    { value: 'complete', label: 'Complete' },
  ],
})

const covarianceType = choice({
  label: 'Shape of the clusters',
  help: 'Gaussian mixture only: full lets every cluster stretch in any direction, diagonal only along the axes. Full needs more stores.',
  default: 'full',
  options: [
    { value: 'full', label: 'Full' },
    { value: 'diag', label: 'Diagonal' },
  ],
})

const eps = number({
  label: 'Neighbourhood',
  help: 'DBSCAN only: stores up to this far apart are neighbours, measured after scaling and PCA. Too small and every store is noise, too large and all are one cluster.',
  default: 0.5,
  min: 0.000001,
  max: 1000000,
  step: 0.1,
})

const minSamples = integer({
  label: 'Neighbours of a core store',
  help: 'DBSCAN only: a cluster grows from stores with at least this many neighbours, themselves counted.',
  default: 5,
  min: 1,
  max: 100000,
})

const minClusterPoints = integer({
  label: 'Fewest stores of a cluster',
  help: 'HDBSCAN only: groups of fewer stores are no cluster. Larger values give fewer, larger clusters.',
  default: 5,
  min: 2,
  max: 100000,
})

/** What a fit reads: the search for k and the training alike, so that both get the same result. */
export const fitParams = {
  algorithm,
  n_init: nInit,
  max_iter: maxIter,
  tol,
  batch_size: onlyWith('algorithm', ['minibatch_kmeans'], batchSize),
  size_min: sizeMin,
  size_max: sizeMax,
  linkage: onlyWith('algorithm', ['hclust'], linkage),
  covariance_type: onlyWith('algorithm', ['gmm'], covarianceType),
  eps: onlyWith('algorithm', ['dbscan'], eps),
  min_samples: onlyWith('algorithm', ['dbscan'], minSamples),
  min_cluster_points: onlyWith('algorithm', ['hdbscan'], minClusterPoints),
  session_id: sessionId,
}
export type FitParams = ParamValues<typeof fitParams>
