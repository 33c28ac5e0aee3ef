import type { ReactNode } from 'react'
import { createSortedRowModel, rowSortingFeature, tableFeatures } from '@tanstack/react-table'
import type { CellValue } from './compare-cells'

export type DataColumn<R extends object> = {
  readonly id: string
  /** Text of the head, with the unit. */
  readonly head: string
  /** The head is only heard: the cells speak for themselves. */
  readonly quietHead?: boolean
  /** What the column is sorted by, and shown where there is no `cell`. */
  readonly value: (row: R) => CellValue
  readonly cell?: (row: R) => ReactNode
  readonly align?: 'left' | 'right'
  readonly tone?: 'ink' | 'ink-2' | 'ink-3'
  readonly width?: number | string
  /** An id or a key: never formatted, slashed zeros. */
  readonly mono?: boolean
  readonly sortable?: boolean
  /** Numbers and scores are read from the top: first click sorts descending. */
  readonly descFirst?: boolean
  /** Definition of the number, shown on hover and focus of the head. */
  readonly hint?: string
}

export type DataTableProps<R extends object> = {
  /** Accessible name of the table. */
  readonly label: string
  readonly columns: readonly DataColumn<R>[]
  readonly rows: readonly R[]
  readonly rowKey: (row: R) => string
  readonly onRowClick?: (row: R) => void
  readonly onRowHover?: (row: R | null) => void
  readonly selectedKeys?: ReadonlySet<string>
  /** Order at first; clicks on the heads change it. Without it the rows keep their order. */
  readonly sort?: { readonly id: string; readonly desc: boolean }
  /** Height of the scrolling part in px; over 100 rows it is 480 unless said. */
  readonly height?: number | 'fill'
  readonly rowHeight?: number
  /** Said instead of rows where there are none. */
  readonly empty?: ReactNode
  readonly rowTone?: (row: R) => 'quiet' | undefined
}

export const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
})
export type Features = typeof features

/** Past this many rows only those in view are drawn. */
export const virtualFrom = 100
