import * as v from 'valibot'
import { idRules, type IdMatch } from '../../table/id-rules'
import { choice, custom, flag, names } from '../schema'

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

/** How a store or product of one file is found in another. */
export const idMatch = custom<IdMatch>({
  label: 'Match ids',
  help: 'Ids are compared byte for byte. A rule, or a list of rules, also matches ids that are equal after it: trim, nfc, case, leading_zeros, decimal_zero. An id that is equal in both files is never matched otherwise.',
  schema: v.union([
    v.literal('exact'),
    v.picklist(idRules),
    v.pipe(v.array(v.picklist(idRules)), v.readonly()),
  ]),
  default: 'exact',
  control: { kind: 'scalar' },
  expects: `exact, ${idRules.join(', ')}, or a list of these rules`,
})

export const onlyPositive = flag({
  label: 'Only sales over zero',
  help: 'Leaves out rows whose value is zero or negative. A smallest sale of 0 would keep the rows of zero.',
  default: false,
})

export const states = names({
  label: 'States',
  help: 'States or provinces to keep, as the file writes them; none keeps all. Stores elsewhere are left out and listed as exceptions. A file without a column of states keeps all of its stores.',
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

/** What an empty cell means, column by column, where the rule of the file does not fit. */
export const missingMeansOf = custom<{ readonly [column: string]: 'zero' | 'unknown' }>({
  label: 'An empty cell means, by column',
  help: 'Columns whose empty cells mean something else than in the rest of the file: zero, or unknown. A store that is in no row of a file stays unknown.',
  schema: v.record(v.string(), v.picklist(['zero', 'unknown'])),
  default: {},
  control: { kind: 'weights' },
  expects: 'a map from column names to zero or unknown',
})
