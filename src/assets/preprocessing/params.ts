import * as v from 'valibot'
import { choice, custom, names } from '../schema'

/** Parameters that several preprocessing assets read; the same meaning in each. */
export const duplicateStores = choice({
  label: 'Duplicate stores',
  help: 'What to do when one store has several rows in a file that should hold one row per store.',
  default: 'refuse',
  options: [
    { value: 'refuse', label: 'Stop and say so' },
    { value: 'first', label: 'Keep the first row' },
    { value: 'last', label: 'Keep the last row' },
    { value: 'mean', label: 'Average the numbers' },
    { value: 'sum', label: 'Add the numbers' },
  ],
})

export const excludeStores = names({
  label: 'Leave out stores',
  help: 'Store ids, exactly as in the files, that are left out and listed as exceptions.',
})

/** Decides which internal partitions there are; read by the graph, not by an asset. */
export const categories = custom<'all' | readonly string[]>({
  label: 'Categories',
  help: 'Product categories to cluster, or all.',
  schema: v.union([v.literal('all'), v.array(v.string())]),
  default: 'all',
  control: { kind: 'names' },
  expects: 'all, or a list of category names',
})

/** Decides how many partitions the external branch has; read by the graph, not by an asset. */
export const externalScope = choice({
  label: 'External clusters',
  help: 'One external clustering for the chain, or one per category over the stores that sell it.',
  default: 'global',
  options: [
    { value: 'global', label: 'For the chain' },
    { value: 'per_category', label: 'Per category' },
  ],
})
