import type { ReadOptions } from './source-profile'

/** How text becomes cells. */
export type Dialect = Pick<ReadOptions, 'delimiter' | 'quote' | 'escape'>

export function escapeOf(dialect: Dialect): string {
  return dialect.escape ?? dialect.quote
}
