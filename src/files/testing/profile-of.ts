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
    format: 'text',
    isGzip: false,
    sheet: null,
    encoding: 'utf-8',
    delimiter: ',',
    quote: '"',
    skipLines: 0,
    hasHeader: true,
    headerRows: 1,
    endLine: null,
    nullTokens: [],
    numberFormats: [],
    types: [],
  } as const
  return {
    digest: 'd1',
    size: 10,
    nRows: 2,
    account: { nRecords: 3, nAbove: 0, nHeader: 1, nRepeatedHeader: 0, nData: 2, nBelow: 0 },
    options,
    guess: { confidence: 1, reason: 'made up' },
    sheets: [],
    columns,
    twins: [],
    isCompositional: false,
    preview: [],
    notes: [],
    ...given,
  }
}
