import { integer, number } from '../schema'

/** Parameters that the search for k and the fit read alike. */
export const sessionId = integer({
  label: 'Seed',
  help: 'Start of every random stream. The same seed gives the same clusters.',
  default: 42,
  min: 0,
  max: 2147483647,
})

export const nInit = integer({
  label: 'Restarts',
  help: 'How often k-means starts anew; the best result is kept.',
  default: 10,
  min: 1,
  max: 1000,
})

export const maxIter = integer({
  label: 'Most iterations',
  help: 'Iterations of one k-means start.',
  default: 300,
  min: 1,
  max: 100000,
})

export const tol = number({
  label: 'Tolerance',
  help: 'K-means stops when the centres move less than this, times the mean column variance.',
  default: 0.0001,
  min: 0,
  max: 1,
  step: 0.0001,
})
