import { type Matrix, selectRows } from '../../../math/matrix'
import { silhouetteOfOthers, silhouetteSamples } from '../../../math/silhouette'
import { rowsWhere } from '../../rows-where'

/**
 * Silhouette of every store: exact among the fitted stores; those that took no part in the fit are
 * measured against the fitted members only. NaN when there is one cluster.
 */
export function silhouettesOf(
  matrix: Matrix,
  labels: Int32Array,
  { isFitted, nClusters }: { readonly isFitted: Uint8Array; readonly nClusters: number },
): Float64Array {
  const silhouettes = new Float64Array(matrix.nSamples).fill(NaN)
  if (nClusters < 2) return silhouettes
  const memberRows = rowsWhere(isFitted)
  const otherRows = rowsWhere(isFitted, 0)
  const rowsAt = (rows: Int32Array) => ({
    matrix: selectRows(matrix, rows),
    labels: rows.map((row) => labels[row]),
  })
  const members = rowsAt(memberRows)
  const ofMembers = silhouetteSamples(members.matrix, members.labels)
  const ofOthers = silhouetteOfOthers(members, rowsAt(otherRows))
  memberRows.forEach((row, i) => {
    silhouettes[row] = ofMembers[i]
  })
  otherRows.forEach((row, i) => {
    silhouettes[row] = ofOthers[i]
  })
  return silhouettes
}
