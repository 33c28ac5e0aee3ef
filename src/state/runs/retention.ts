import type { RunRecord } from '../../runs/contract'
import { noMark } from '../../runs/run-mark'
import type { Marks } from '../../runs/with-mark'

/** How many runs are kept where nobody said. */
export const keptAtFirst = 50

/**
 * Runs that make room for newer ones: all but the newest `keep`, and those that a person has said
 * something of. `runs` are newest first.
 */
export function runsToEnd(
  runs: readonly RunRecord[],
  marks: Marks,
  keep: number,
): readonly string[] {
  return runs.slice(keep).flatMap(({ id }) => (isMarked(marks, id) ? [] : [id]))
}

function isMarked(marks: Marks, id: string): boolean {
  const { name, note, standing } = marks.get(id) ?? noMark
  return standing !== 'draft' || name !== '' || note !== ''
}
