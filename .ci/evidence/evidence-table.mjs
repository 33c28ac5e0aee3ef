import { textTable } from '../bench/text-table.mjs'
import { isBelow } from './paired-rows.mjs'

/**
 * @typedef {import('./paired-rows.mjs').Row} Row
 * @typedef {import('./paired-rows.mjs').Figure} Figure
 */

/**
 * The rows as lines: the share of chains whose k was found, the mean index, and standard errors.
 * @param {readonly Row[]} rows
 */
export function evidenceTable(rows) {
  const isPaired = rows.some(({ theirs }) => theirs !== null)
  const head = ['', 'k found', 'ARI', 's.e.']
  if (isPaired) head.push('scikit-learn: k found', 'ARI', 's.e.', 'difference', 's.e.', '')
  const lines = rows.map((row) => {
    const { kind, preparation, rule, ours, theirs, difference } = row
    const cells = [`${kind}, ${preparation}, ${rule}`, ...sideCells(ours)]
    if (theirs !== null && difference !== null)
      cells.push(...sideCells(theirs), ...figureCells(difference), isBelow(row) ? 'below' : '')
    return cells
  })
  return textTable([head, ...lines])
}

/** @param {import('./paired-rows.mjs').Side} side */
function sideCells({ kFound, ari }) {
  return [kFound.toFixed(2), ...figureCells(ari)]
}

/** @param {Figure} figure */
function figureCells({ mean, error }) {
  return [mean.toFixed(3), error.toFixed(3)]
}
