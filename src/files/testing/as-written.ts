/** Read options of what `exportCsv` writes, so that nothing is guessed in a test of the way back. */
export const asWritten = {
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  skipLines: 0,
  hasHeader: true,
  nullTokens: [],
} as const
