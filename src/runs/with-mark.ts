import { noMark, type RunMark } from './run-mark'

export type Marks = ReadonlyMap<string, RunMark>

/**
 * The marks after a change to one run. One run at most is the baseline: what was it before
 * becomes a candidate.
 */
export function withMark(marks: Marks, id: string, change: Partial<RunMark>): Marks {
  const mark = { ...(marks.get(id) ?? noMark), ...change }
  const others = [...marks].map(([other, kept]): [string, RunMark] =>
    mark.standing === 'baseline' && kept.standing === 'baseline'
      ? [other, { ...kept, standing: 'candidate' }]
      : [other, kept],
  )
  return new Map([...others, [id, mark]])
}
