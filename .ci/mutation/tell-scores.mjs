/** Of the changes, this share is to be noticed. */
const least = 0.9

/**
 * @typedef {{ readonly status: string, readonly mutatorName: string, readonly replacement?: string,
 *   readonly location: { readonly start: { readonly line: number, readonly column: number } } }} Mutant
 * @typedef {{ readonly files: { readonly [path: string]: { readonly mutants: readonly Mutant[] } } }} Report
 */

/**
 * Writes a line a file, and below it each change that no test noticed; a change that makes a test run
 * for ever was noticed. The last line is of all files.
 * @param {Report} report
 * @param {(line: string) => void} [write]
 * @returns {boolean} whether enough was noticed
 */
export function tellScores({ files }, write = console.log) {
  const scores = Object.entries(files).map(([path, { mutants }]) => {
    const survivors = mutants.filter(
      ({ status }) => status === 'Survived' || status === 'NoCoverage',
    )
    const noticed = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout')
    const n = survivors.length + noticed.length
    write(`${shareOf(noticed.length, n)} ${path}: ${noticed.length} of ${n}`)
    for (const { location, mutatorName, replacement = '' } of survivors)
      write(
        `        ${location.start.line}:${location.start.column} ${mutatorName}: ${replacement}`,
      )
    return { n, noticed: noticed.length }
  })
  const n = scores.reduce((sum, score) => sum + score.n, 0)
  const noticed = scores.reduce((sum, score) => sum + score.noticed, 0)
  write(`${shareOf(noticed, n)} in all: ${noticed} of ${n}`)
  return n > 0 && noticed >= least * n
}

/**
 * @param {number} part
 * @param {number} whole
 */
function shareOf(part, whole) {
  return `${(whole === 0 ? 100 : (100 * part) / whole).toFixed(1).padStart(5)} %`
}
