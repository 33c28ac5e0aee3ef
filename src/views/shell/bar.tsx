import { memo } from 'react'
import { useActions, useApp } from '../../state/hooks'
import { selectCategories, selectCategory } from '../../state/selectors'
import classes from './bar.module.css'
import { CancelRun } from '../cancel-run'
import { CategoryPicker } from './category-picker'
import { InterruptedNote } from './interrupted-note'
import { RunFullPipeline } from './run-button'
import { RunPicker } from './run-picker'
import { RunStatus } from './run-status'
import { SchemeToggle } from './scheme-toggle'
import { statusOf } from './shell.model'
import { useRunChoice } from './use-run-choice'
import { useShellFacts } from './use-shell-facts'
import { WatchNote } from './watch-note'

export function Bar() {
  const facts = useShellFacts()
  const screen = useApp((state) => state.view.screen)
  const isRunning = facts.progress !== null
  return (
    <header className={classes.bar}>
      <Pickers />
      <span className={classes.gap} />
      <InterruptedNote />
      <WatchNote />
      <RunStatus status={statusOf(facts)} hint={facts.readiness.sentence} />
      <span className={classes.scheme}>
        <SchemeToggle />
      </span>
      {isRunning && screen !== 'pipeline' && (
        <span className={classes.cancel}>
          <CancelRun />
        </span>
      )}
      <RunFullPipeline facts={facts} />
    </header>
  )
}

/** Which run and category are looked at; the events of a run do not draw it anew. */
const Pickers = memo(() => {
  const categories = useApp(selectCategories)
  const category = useApp(selectCategory)
  const { look } = useActions()
  const choice = useRunChoice()
  return (
    <>
      <RunPicker
        {...choice}
        onPick={(runId) => look({ runId })}
        onAll={() => look({ screen: 'runs' })}
      />
      {categories.length > 1 && (
        <>
          <span className={classes.rule} />
          <CategoryPicker
            categories={categories}
            category={category}
            onPick={(picked) => look({ category: picked })}
          />
        </>
      )}
    </>
  )
})
