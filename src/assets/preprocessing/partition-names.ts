/** The only partition of a file without a category column. */
export const wholeFile = 'all'

/** The category of rows whose category cell is empty. */
export const unmapped = 'UNMAPPED'
