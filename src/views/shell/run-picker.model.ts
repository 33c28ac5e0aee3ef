import type { RunRecord } from '../../runs/contract'
import type { Standing } from '../../runs/run-mark'
import type { Marks } from '../../runs/with-mark'
import { formatWhen } from '../../ui/number-format'
import { runInWords, runStatusWords } from '../run-words'

export type RunChoice = {
  readonly id: string
  readonly number: string
  /** What a person calls it; empty where nobody named it. */
  readonly name: string
  /** What it stands for, and how it ended where that was not well. */
  readonly facts: readonly string[]
  readonly when: string
}

export function runChoices(
  runs: readonly RunRecord[],
  marks: Marks,
  now: number,
): readonly RunChoice[] {
  return runs.map(({ id, seq, status, startedAt }) => {
    const mark = marks.get(id)
    return {
      id,
      number: `Run ${seq}`,
      name: mark?.name ?? '',
      facts: [
        ...standingFacts(mark?.standing ?? 'draft'),
        ...(status === 'success' ? [] : [runStatusWords[status]]),
      ],
      when: formatWhen(startedAt, now),
    }
  })
}

function standingFacts(standing: Standing): readonly string[] {
  return standing === 'draft' ? [] : [standing]
}

export type Around = {
  readonly runs: readonly RunRecord[]
  readonly marks: Marks
  /** The run that it is compared with, where that is looked at. */
  readonly against: RunRecord | null
  readonly now: number
}

/** What stands beside the shown run: what it is read against, else when it was. */
export function runFact(shown: RunRecord, { runs, marks, against, now }: Around): string {
  if (against !== null) return `against ${runInWords(against, marks.get(against.id))}`
  if (marks.get(shown.id)?.standing === 'baseline') return 'baseline'
  const carried = runs.find(({ id }) => id === shown.baseline?.runId)
  if (carried !== undefined) return `against ${runInWords(carried, marks.get(carried.id))}`
  return formatWhen(shown.startedAt, now)
}
