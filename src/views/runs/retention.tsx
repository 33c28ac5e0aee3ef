import { useState } from 'react'
import { useActions, useApp } from '../../state/hooks'
import { runsToEnd } from '../../state/runs/retention'
import { NumberInput } from '../../ui/controls'
import { Region } from '../../ui/region'
import { retentionText } from './runs.model'
import classes from './runs-view.module.css'

/** How many of the newest runs are kept. */
export function Retention() {
  const runs = useApp((state) => state.runs)
  const marks = useApp((state) => state.marks)
  const keepRuns = useApp((state) => state.keepRuns)
  const { setKeepRuns } = useActions()
  /** What is typed, which may be nothing for a moment; null while nobody types. */
  const [draft, setDraft] = useState<number | string | null>(null)
  const n = typeof draft === 'number' ? draft : keepRuns
  const apply = () => {
    setKeepRuns(n)
    setDraft(null)
  }
  return (
    <Region divided title="What is kept" subtitle={retentionText(runsToEnd(runs, marks, n).length)}>
      <div className={classes.retention}>
        <span aria-hidden>Keep the newest</span>
        <NumberInput
          aria-label="Keep the newest runs"
          w={72}
          min={1}
          max={1000}
          allowDecimal={false}
          value={draft ?? keepRuns}
          onChange={setDraft}
          onBlur={apply}
          onKeyDown={({ key }) => {
            if (key === 'Enter') apply()
          }}
        />
        <span aria-hidden>runs</span>
      </div>
    </Region>
  )
}
