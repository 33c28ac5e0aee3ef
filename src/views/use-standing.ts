import { useActions, useApp } from '../state/hooks'
import type { RunRecord } from '../runs/contract'
import type { Standing } from '../runs/run-mark'
import { showUndo } from '../ui/undo'

/** Sets what a run stands for. One run at most is the baseline; Undo gives both theirs back. */
export function useStanding(): (run: RunRecord, standing: Standing) => void {
  const marks = useApp((state) => state.marks)
  const { markRun } = useActions()
  return ({ id, seq }, standing) => {
    const before = marks.get(id)?.standing ?? 'draft'
    const [baseline] = [...marks].flatMap(([other, mark]) =>
      mark.standing === 'baseline' && other !== id ? [other] : [],
    )
    const undo = async () => {
      await markRun(id, { standing: before })
      if (standing === 'baseline' && baseline !== undefined)
        await markRun(baseline, { standing: 'baseline' })
    }
    void markRun(id, { standing }).then((isDone) => {
      if (isDone) showUndo(words[standing](seq), () => void undo())
    })
  }
}

const words: Readonly<Record<Standing, (seq: number) => string>> = {
  baseline: (seq) => `Run ${seq} is the baseline now`,
  candidate: (seq) => `Run ${seq} is a candidate`,
  draft: (seq) => `Run ${seq} is a draft`,
}
