import { AssetError, type AssetFailure } from '../failure'

/** The only partition of a file without a category column. */
export const wholeFile = 'all'

/** The category of rows whose category cell is empty. */
export const unmapped = 'UNMAPPED'

const nothingUnmapped = 'nothing_unmapped'

/** The failure that is none: that there are such rows only empty cells promised, not a name. */
export function isNothingUnmapped(failure: AssetFailure | null): boolean {
  return failure?.code === nothingUnmapped
}

/**
 * No row without a category is used, for lack of a store, a product or a value: there is nothing to
 * cluster, and nothing that was asked for by name is missing.
 */
export function nothingIsUnmapped(hint: string): AssetError {
  return new AssetError({
    code: nothingUnmapped,
    message: `No row without a category is used, so there is nothing in ${unmapped}.`,
    path: unmapped,
    hint,
  })
}
