/** A uniform sample of a stream without randomness: every k-th value, k doubling when it is full. */
export type ThinSample = {
  readonly add: (value: number) => void
  readonly read: () => KeptValues
  /** Adds the sample of what follows in the stream. */
  readonly merge: (next: KeptValues) => void
  readonly copy: () => ThinSample
  /** How many values from now on are passed over before one is kept. */
  readonly wait: () => number
  /** Passes over `n` values, at most as many as `wait` says. */
  readonly skip: (n: number) => void
}

/** Values of a stream of `seen`, of which each stands for `stride`. */
export type KeptValues = {
  readonly values: Float64Array
  readonly stride: number
  readonly seen: number
}

export const maxSample = 100_000

export function createThinSample(capacity = maxSample): ThinSample {
  return sampleFrom({ values: new Float64Array(64), size: 0, stride: 1, seen: 0 }, capacity)
}

type State = { values: Float64Array; size: number; stride: number; seen: number }

function sampleFrom(state: State, capacity: number): ThinSample {
  const halve = (): void => {
    for (let i = 0; 2 * i < state.size; i++) state.values[i] = state.values[2 * i]
    state.size = Math.ceil(state.size / 2)
    state.stride *= 2
  }
  const grow = (): void => {
    const wider = new Float64Array(Math.min(capacity, 2 * state.values.length))
    wider.set(state.values.subarray(0, state.size))
    state.values = wider
  }
  return {
    add: (value) => {
      if (state.seen++ % state.stride !== 0) return
      if (state.size === capacity) {
        halve()
        if ((state.seen - 1) % state.stride !== 0) return
      }
      if (state.size === state.values.length) grow()
      state.values[state.size++] = value
    },
    read: () => ({
      values: state.values.slice(0, state.size),
      stride: state.stride,
      seen: state.seen,
    }),
    merge: ({ values, stride, seen }) => {
      const step = () => state.stride / stride
      while (step() < 1 || state.size + Math.ceil(values.length / step()) > capacity) halve()
      for (let i = 0; i < values.length; i += step()) {
        if (state.size === state.values.length) grow()
        state.values[state.size++] = values[i]
      }
      state.seen += seen
    },
    wait: () => (state.stride - (state.seen % state.stride)) % state.stride,
    skip: (n) => {
      state.seen += n
    },
    copy: () => sampleFrom({ ...state, values: state.values.slice() }, capacity),
  }
}
