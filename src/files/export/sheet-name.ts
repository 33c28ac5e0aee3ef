/** A name that a spreadsheet takes for a sheet: 31 code units, no `[]:*?/\`, no `'` at an edge. */
export function sheetName(fileName: string): string {
  const stem = fileName.replace(/\.[a-z]+$/, '')
  // oxlint-disable-next-line no-control-regex -- control signs are among what no sheet name holds
  const clean = stem.replaceAll(/[\u0000-\u001f[\]:*?/\\\ufffe\uffff]/g, '_').slice(0, 31)
  const whole = clean.replaceAll(/[\ud800-\udfff]/gu, '_').replaceAll(/^'|'$/g, '_')
  // The one name that a spreadsheet keeps for itself.
  return whole.trim() === '' || whole.toLowerCase() === 'history' ? `Sheet_${whole}` : whole
}
