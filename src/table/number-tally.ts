import type { NumberRange, RejectedCell } from './column-profile'
import { detachText } from './detach-text'
import { createThinSample, type KeptValues, type ThinSample } from './thin-sample'

/** Running facts of one column read as numbers under one decimal sign. Flat memory. */
export type NumberTally = {
  readonly add: (value: number, decimals: number) => void
  /** Takes note of a value whose cells are counted elsewhere. */
  readonly meet: (value: number, decimals: number) => void
  readonly reject: (line: number, text: string) => void
  readonly copy: () => NumberTally
  /**
   * For who counts equal cells by himself: `n` more values, or rejected cells, that are known already.
   * The values go to `sample` one by one; cells are rejected one by one until the list is full.
   */
  readonly again: (n: number) => void
  readonly rejectAgain: (n: number) => void
  readonly isFull: () => boolean
  readonly sample: ThinSample
  readonly read: () => NumberCounts
  /** Adds what follows, whose lines count from `nAbove` lines below the first. */
  readonly merge: (next: NumberCounts, nAbove: number) => void
  readonly finish: () => NumberFacts
}

/** All that a tally knows, as plain data. */
export type NumberCounts = Readonly<State> & { readonly kept: KeptValues }

export type NumberFacts = {
  readonly range: NumberRange | null
  readonly histogram: readonly number[]
  readonly nRejected: number
  readonly rejected: readonly RejectedCell[]
}

export const nBins = 20
export const maxRejected = 100

type State = {
  count: number
  min: number
  max: number
  isInteger: boolean
  decimals: number
  nRejected: number
  rejected: RejectedCell[]
}

export function createNumberTally(): NumberTally {
  const state = {
    count: 0,
    min: Infinity,
    max: -Infinity,
    isInteger: true,
    decimals: 0,
    nRejected: 0,
    rejected: [],
  }
  return tallyFrom(state, createThinSample())
}

function tallyFrom(state: State, sample: ThinSample): NumberTally {
  const meet = (value: number, decimals: number): void => {
    if (value < state.min) state.min = value
    if (value > state.max) state.max = value
    if (state.isInteger && !Number.isInteger(value)) state.isInteger = false
    if (decimals > state.decimals) state.decimals = decimals
  }
  return {
    add: (value, decimals) => {
      state.count++
      meet(value, decimals)
      sample.add(value)
    },
    meet,
    reject: (line, text) => {
      state.nRejected++
      if (state.rejected.length < maxRejected)
        state.rejected.push({ line, text: detachText(text.slice(0, 200)) })
    },
    again: (n) => {
      state.count += n
    },
    rejectAgain: (n) => {
      state.nRejected += n
    },
    isFull: () => state.rejected.length === maxRejected,
    sample,
    read: () => ({ ...state, kept: sample.read() }),
    merge: (next, nAbove) => {
      state.count += next.count
      state.min = Math.min(state.min, next.min)
      state.max = Math.max(state.max, next.max)
      state.isInteger &&= next.isInteger
      state.decimals = Math.max(state.decimals, next.decimals)
      state.nRejected += next.nRejected
      for (const { line, text } of next.rejected.slice(0, maxRejected - state.rejected.length))
        state.rejected.push({ line: line + nAbove, text })
      sample.merge(next.kept)
    },
    copy: () => tallyFrom({ ...state, rejected: [...state.rejected] }, sample.copy()),
    finish: () => {
      const { values, stride } = sample.read()
      const range =
        state.count === 0
          ? null
          : {
              min: state.min,
              median: medianOf(values),
              max: state.max,
              isInteger: state.isInteger,
              decimals: state.decimals,
            }
      const histogram = range === null ? [] : countBins(values, range, stride)
      return { range, histogram, nRejected: state.nRejected, rejected: state.rejected }
    },
  }
}

function medianOf(values: Float64Array): number {
  const sorted = values.toSorted()
  const middle = sorted.length >> 1
  if (sorted.length % 2 === 1) return sorted[middle]
  // Halved before the sum: two values near the largest double must not give Infinity.
  return sorted[middle - 1] / 2 + sorted[middle] / 2
}

function countBins(values: Float64Array, { min, max }: NumberRange, weight: number): number[] {
  const bins = Array.from<number>({ length: nBins }).fill(0)
  const width = max / 2 - min / 2
  for (const value of values) {
    const share = width > 0 ? (value / 2 - min / 2) / width : 0
    bins[Math.min(nBins - 1, Math.floor(share * nBins))] += weight
  }
  return bins
}
