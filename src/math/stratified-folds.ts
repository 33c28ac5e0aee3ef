import type { Random } from './random'

/**
 * The fold of each row, 0 .. nFolds - 1: every fold gets its share of every class, and folds differ
 * by at most one row in size and in each class (scikit-learn `StratifiedKFold(shuffle=True)`, with
 * random numbers of its own). A class of fewer rows than folds is missing in some of them.
 * Rows of label -1 are in no fold: -1.
 */
export function stratifiedFolds(labels: Int32Array, nFolds: number, random: Random): Int32Array {
  const folds = new Int32Array(labels.length).fill(-1)
  let next = 0
  for (const members of membersOfClasses(labels)) {
    shuffle(members, random)
    for (const row of members) folds[row] = next++ % nFolds
  }
  return folds
}

/** The rows of each class, ascending; classes ascending. */
function membersOfClasses(labels: Int32Array): readonly Int32Array[] {
  const classes = Int32Array.from(new Set(labels)).sort()
  const members = new Map<number, number[]>()
  for (const label of classes) if (label !== -1) members.set(label, [])
  for (let row = 0; row < labels.length; row++) members.get(labels[row])?.push(row)
  return [...members.values()].map((rows) => Int32Array.from(rows))
}

/** Fisher-Yates, in place. */
function shuffle(rows: Int32Array, random: Random): void {
  for (let i = rows.length - 1; i > 0; i--) {
    const j = random.nextInt(i + 1)
    const row = rows[i]
    rows[i] = rows[j]
    rows[j] = row
  }
}
