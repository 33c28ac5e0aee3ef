import type { ColumnProfile } from '../../table/column-profile'
import type { SourceProfile } from '../source-profile'

/** The profile of a made-up column; what is not said is a text column without gaps. */
export function columnOf(given: Partial<ColumnProfile> & { readonly name: string }): ColumnProfile {
  const levels = given.levels ?? []
  return {
    type: 'text',
    nMissing: 0,
    nEmpty: 0,
    nullTexts: [],
    nDistinct: levels.length,
    distinctIsExact: true,
    range: null,
    histogram: [],
    levels,
    levelsAreComplete: true,
    nRejected: 0,
    rejected: [],
    ...given,
  }
}

/** The profile of a made-up comma-separated file of two rows; its bytes are never read. */
export function profileOf(
  columns: readonly ColumnProfile[],
  given: Partial<SourceProfile> = {},
): SourceProfile {
  const options = {
    encoding: 'utf-8',
    delimiter: ',',
    quote: '"',
    skipLines: 0,
    hasHeader: true,
    nullTokens: [],
    numberFormats: [],
    types: [],
  }
  return { digest: 'd1', size: 10, nRows: 2, options, columns, preview: [], notes: [], ...given }
}
