/** How a file of commas and quotes is read. */
export const plainText = {
  name: 't.csv',
  encoding: 'utf-8',
  isStrict: true,
  skipLines: 0,
  delimiter: ',',
  quote: '"',
}
