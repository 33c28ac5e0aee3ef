import type { ReactNode } from 'react'
import type { MarkShape } from '../cluster-colors'
import type { ClusterTokenProps } from '../token'

/** A group as it is drawn: `color` counts from 0, null is neutral and has no mark on its centre. */
export type ScatterGroup = {
  readonly key: string
  readonly name: string
  readonly token: ClusterTokenProps
  readonly color: number | null
  readonly shape: MarkShape
}

/** One point per store; arrays are aligned with `ids`. */
export type ScatterPoints = {
  readonly ids: readonly string[]
  readonly x: Float64Array
  readonly y: Float64Array
  /** Place in the list of groups; -1 is not drawn. */
  readonly group: Int32Array
  /** 1 is drawn without a fill. */
  readonly isHollow: Uint8Array
}

export type MarkNote = { readonly mark: 'ring' | 'cross'; readonly text: string }

export type ScatterProps = {
  /** Accessible name: what is drawn. */
  readonly label: string
  readonly points: ScatterPoints
  readonly groups: readonly ScatterGroup[]
  /** Keys of the groups in focus; empty: all of them. */
  readonly chosen: ReadonlySet<string>
  readonly selected: ReadonlySet<string>
  readonly onPick: (id: string) => void
  readonly onLasso: (ids: readonly string[]) => void
  /** What is said of a point under the pointer or the keyboard. */
  readonly renderTip: (point: number) => ReactNode
  /** What marks that are not filled mean, in the corner. */
  readonly notes: readonly MarkNote[]
}
