import type { AssetFailure } from '../assets/failure'
import type { AssetSpec } from '../assets/spec'
import { addressOf } from '../runs/address'
import type { AssetRecord } from '../runs/contract'
import { type SpecOf, valueOf } from '../runs/values-made'
import type { AssetState } from './plan/asset-state'
import type { ReadValue } from './value-reader'

/** What is needed to show an asset: by its code version, a value is known to have today's shape. */
export type ShownSpec<V> = SpecOf<V> & Pick<AssetSpec<V>, 'codeVersion'>

export type AssetView<V> = Omit<AssetState, 'status' | 'failure'> & {
  /** `outdated`: there is a value, made by an earlier version of the method, which is not read. */
  readonly status: 'missing' | 'outdated' | 'loading' | 'success' | 'failure'
  /** The last value that was made, also while another is made and after a failure. */
  readonly value: V | null
  readonly failure: AssetFailure | null
}

/**
 * Where the value of a record lies; null where there is none to show. A value of an earlier version
 * of the method may lack what the screens read of it.
 */
export function valueAddress<V>(spec: ShownSpec<V>, made: AssetRecord | null): string | null {
  if (made === null || made.dataVersion === null || isOutdated(spec, made)) return null
  return addressOf(made, made.dataVersion)
}

/** The value of what was read with the type of its spec; null before there is one. */
export function readValueOf<V>(spec: ShownSpec<V>, read: ReadValue | null): V | null {
  const value = read?.value ?? null
  return value === null ? null : valueOf(spec, value)
}

/** What is known about an asset, and its value as far as it was read. */
export function viewOf<V>(
  spec: ShownSpec<V>,
  known: AssetState,
  read: ReadValue | null,
): AssetView<V> {
  const value = readValueOf(spec, read)
  const failure = known.failure ?? read?.failure ?? null
  if (known.status === 'failure' || read?.status === 'failure')
    return { ...known, status: 'failure', value, failure }
  if (read === null) {
    const status = known.made !== null && isOutdated(spec, known.made) ? 'outdated' : 'missing'
    return { ...known, status, value: null, failure }
  }
  return { ...known, status: value === null ? 'loading' : 'success', value, failure }
}

function isOutdated<V>({ codeVersion }: ShownSpec<V>, made: AssetRecord): boolean {
  return made.codeVersion !== codeVersion
}
