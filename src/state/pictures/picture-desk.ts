import type { AssetFailure } from '../../assets/failure'
import type { DimensionalityReducedFeatures } from '../../assets/feature-engineering/dimensionality-reduced-features/spec'
import { failureOf } from '../failure-of'
import type { Services } from '../services'

/** How far the UMAP picture of the stores is: two coordinates a store in the end. */
export type Picture =
  | { readonly step: 'drawing'; readonly share: number }
  | { readonly step: 'drawn'; readonly places: Float64Array }
  | { readonly step: 'failed'; readonly failure: AssetFailure }

/** What is drawn: the stores of a value in the space of their model. */
export type Drawable = Pick<DimensionalityReducedFeatures, 'storeIds' | 'componentNames' | 'X'>

export type PictureDesk = {
  /** Null where it was never asked for, or was stopped. */
  readonly peek: (value: Drawable, seed: number) => Picture | null
  /** Draws it, unless it is drawn or being drawn; what is drawn at that time is stopped. */
  readonly draw: (value: Drawable, seed: number) => void
  readonly stop: () => void
  readonly subscribe: (listener: () => void) => () => void
}

/**
 * Pictures by the value that they show and the seed: kept as long as the value is, so that a screen
 * that is looked at again has them at once.
 */
export function createPictureDesk({ pictures }: Pick<Services, 'pictures'>): PictureDesk {
  const kept = new WeakMap<Drawable, Map<number, Picture>>()
  const listeners = new Set<() => void>()
  let stopCurrent = () => {}
  const peek: PictureDesk['peek'] = (value, seed) => kept.get(value)?.get(seed) ?? null
  const put = (value: Drawable, seed: number, picture: Picture | null) => {
    const bySeed = kept.get(value) ?? new Map<number, Picture>()
    kept.set(value, bySeed)
    if (picture === null) bySeed.delete(seed)
    else bySeed.set(seed, picture)
    for (const listener of listeners) listener()
  }
  const draw: PictureDesk['draw'] = (value, seed) => {
    const known = peek(value, seed)
    if (known !== null && known.step !== 'failed') return
    stopCurrent()
    let isStopped = false
    stopCurrent = () => {
      isStopped = true
      stopCurrent = () => {}
      pictures.stop()
      put(value, seed, null)
    }
    put(value, seed, { step: 'drawing', share: 0 })
    const settle = (picture: Picture) => {
      if (isStopped) return
      stopCurrent = () => {}
      put(value, seed, picture)
    }
    const report = (share: number) => {
      if (!isStopped && peek(value, seed)?.step === 'drawing')
        put(value, seed, { step: 'drawing', share })
    }
    const rows = {
      X: value.X,
      nSamples: value.storeIds.length,
      nFeatures: value.componentNames.length,
    }
    pictures.draw({ rows, seed }, report).then(
      (answer) =>
        settle(
          answer.ok
            ? { step: 'drawn', places: answer.places }
            : { step: 'failed', failure: answer.failure },
        ),
      (error: unknown) => settle({ step: 'failed', failure: failureOf(error) }),
    )
  }
  return {
    peek,
    draw,
    stop: () => stopCurrent(),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
