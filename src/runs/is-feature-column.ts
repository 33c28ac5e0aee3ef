import { columnUse } from '../assets/column-use'
import type { IsFeature } from '../files/flag-columns'

/** Whether a column tells stores apart, for the flags of a file that is inspected. */
export const isFeatureColumn: IsFeature = (column, nRows) =>
  columnUse(column, nRows).use === 'feature'
