/** Of the changes, this share is to be noticed. */
const least = 0.9

/**
 * @typedef {{ readonly line: number, readonly column: number }} Place
 * @typedef {{ readonly status: string, readonly mutatorName: string, readonly replacement?: string,
 *   readonly location: { readonly start: Place, readonly end: Place } }} Mutant
 */

/**
 * Adds up what happened to the changes of files. Each file is a line, and below it are the changes
 * that no test noticed.
 * @param {(line: string) => void} [write]
 */
export function createScores(write = console.log) {
  let n = 0
  let nNoticed = 0
  return {
    /**
     * @param {string} file
     * @param {readonly Mutant[]} mutants
     */
    add(file, mutants) {
      const survivors = mutants.filter(isUnnoticed)
      const noticed = mutants.filter(isNoticed).length
      const all = survivors.length + noticed
      write(`${shareOf(noticed, all)} ${file}: ${noticed} of ${all}`)
      survivors.forEach((mutant) => write(`        ${nameOf(mutant)}`))
      n += all
      nNoticed += noticed
    },
    /** Writes the share of all files; answers whether enough was noticed. */
    tellAll() {
      write(`${shareOf(nNoticed, n)} in all: ${nNoticed} of ${n}`)
      return n > 0 && nNoticed >= least * n
    },
  }
}

/**
 * A change that makes a test run for ever was noticed too.
 * @param {Mutant} mutant
 */
function isNoticed({ status }) {
  return status === 'Killed' || status === 'Timeout'
}

/** @param {Mutant} mutant */
function isUnnoticed({ status }) {
  return status === 'Survived' || status === 'NoCoverage'
}

/**
 * Where a change is, and what stands there now.
 * @param {Mutant} mutant
 */
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
