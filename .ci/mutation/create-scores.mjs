/** Of the changes, this share is to be noticed. */
const least = 0.9

/**
 * @typedef {{ readonly status: string, readonly mutatorName: string, readonly replacement?: string,
 *   readonly location: { readonly start: { readonly line: number, readonly column: number } } }} Mutant
 * @typedef {{ readonly files: { readonly [path: string]: { readonly mutants: readonly Mutant[] } } }} Report
 */

/**
 * Adds up reports of changes. Each writes a line a file, and below it the changes that no test
 * noticed; a change that makes a test run for ever was noticed.
 * @param {(line: string) => void} [write]
 */
export function createScores(write = console.log) {
  let n = 0
  let nNoticed = 0
  return {
    /** @param {Report} report */
    add({ files }) {
      for (const [path, { mutants }] of Object.entries(files)) {
        const survivors = withStatus(mutants, 'Survived', 'NoCoverage')
        const noticed = withStatus(mutants, 'Killed', 'Timeout').length
        const all = survivors.length + noticed
        write(`${shareOf(noticed, all)} ${path}: ${noticed} of ${all}`)
        survivors.forEach((mutant) => write(`        ${nameOf(mutant)}`))
        n += all
        nNoticed += noticed
      }
    },
    /** Writes the share of all files; answers whether enough was noticed. */
    tellAll() {
      write(`${shareOf(nNoticed, n)} in all: ${nNoticed} of ${n}`)
      return n > 0 && nNoticed >= least * n
    },
  }
}

/**
 * @param {readonly Mutant[]} mutants
 * @param {...string} statuses
 */
function withStatus(mutants, ...statuses) {
  return mutants.filter(({ status }) => statuses.includes(status))
}

/** @param {Mutant} mutant */
function nameOf({ location, mutatorName, replacement = '' }) {
  return `${location.start.line}:${location.start.column} ${mutatorName}: ${replacement}`
}

/**
 * @param {number} part
 * @param {number} whole
 */
function shareOf(part, whole) {
  return `${(whole === 0 ? 100 : (100 * part) / whole).toFixed(1).padStart(5)} %`
}
