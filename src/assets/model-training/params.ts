import { choice, integer, number, type ParamValues } from '../schema'

export const sessionId = integer({
  label: 'Seed',
  help: 'Start of every random stream. The same seed gives the same clusters.',
  default: 42,
  min: 0,
  max: 2147483647,
})

const nInit = integer({
  label: 'Restarts',
  help: 'How often k-means starts anew; the best result is kept.',
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
  help: 'How stores are grouped. The search for k uses the same one as the fit.',
  default: 'kmeans',
  options: [{ value: 'kmeans', label: 'K-means' }],
})

/** What a fit reads: the search for k and the training alike, so that both get the same result. */
export const fitParams = { algorithm, n_init: nInit, max_iter: maxIter, tol, session_id: sessionId }
export type FitParams = ParamValues<typeof fitParams>
