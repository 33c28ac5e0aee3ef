import { useMemo } from 'react'
import { selectComparedRun } from '../../state/compare/compared-run'
import { useApp, useServices } from '../../state/hooks'
import { selectShownRun } from '../../state/selectors'
import { type RunChoice, runChoices, runFact } from './run-picker.model'

export type Choice = {
  readonly runs: readonly RunChoice[]
  /** Null before the first run. */
  readonly shown: RunChoice | null
  /** What stands beside the shown run: `against run 13, baseline`. */
  readonly fact: string
  /** Files are on the desk: before the first run there is a new one to speak of. */
  readonly isNew: boolean
}

/** The runs there are, as the bar names them. */
export function useRunChoice(): Choice {
  const runs = useApp((state) => state.runs)
  const marks = useApp((state) => state.marks)
  const hasFiles = useApp((state) => state.entries.length > 0)
  const shown = useApp(selectShownRun)
  const compared = useApp(selectComparedRun)
  const isComparing = useApp((state) => state.view.screen === 'compare')
  const { now } = useServices()
  return useMemo(() => {
    const choices = runChoices(runs, marks, now())
    const against = isComparing ? compared : null
    return {
      runs: choices,
      shown: choices.find(({ id }) => id === shown?.id) ?? null,
      fact: shown === null ? '' : runFact(shown, { runs, marks, against, now: now() }),
      isNew: hasFiles,
    }
  }, [runs, marks, hasFiles, shown, compared, isComparing, now])
}
