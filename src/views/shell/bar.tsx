import { Button } from '../../ui/controls'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useActions, useApp, useServices } from '../../state/hooks'
import {
  selectCategories,
  selectCategory,
  selectionFor,
  selectShownRun,
} from '../../state/selectors'
import classes from './bar.module.css'
import { CancelRun } from '../cancel-run'
import { CategoryPicker } from './category-picker'
import { RunPicker } from './run-picker'
import { RunStatus } from './run-status'
import { SchemeToggle } from './scheme-toggle'
import { statusOf } from './shell.model'
import { useShellFacts } from './use-shell-facts'

export function Bar() {
  const facts = useShellFacts()
  const runs = useApp((state) => state.runs)
  const hasFiles = useApp((state) => state.entries.length > 0)
  const shownRun = useApp(selectShownRun)
  const categories = useApp(selectCategories)
  const category = useApp(selectCategory)
  const screen = useApp((state) => state.view.screen)
  const { look, startRun } = useActions()
  const { now } = useServices()
  const isRunning = facts.progress !== null
  const isIdle = facts.plan !== null && facts.plan.nToRun === 0
  const canRun = facts.readiness.can !== 'none' && !isRunning
  return (
    <header className={classes.bar}>
      <RunPicker
        runs={runs}
        shown={shownRun}
        isNew={hasFiles}
        now={now()}
        onPick={(runId) => look({ runId })}
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
      <span className={classes.gap} />
      <RunStatus status={statusOf(facts)} hint={facts.readiness.sentence} />
      <span className={classes.scheme}>
        <SchemeToggle />
      </span>
      {isRunning && screen !== 'pipeline' && (
        <span className={classes.cancel}>
          <CancelRun />
        </span>
      )}
      <Button
        className={classes.run ?? ''}
        data-running={isRunning || undefined}
        variant={canRun && !isIdle ? 'filled' : 'default'}
        disabled={!canRun}
        leftSection={<IconPlayerPlay size={16} stroke={1.5} aria-hidden />}
        onClick={() => void startRun(selectionFor(facts.readiness))}
      >
        Run full pipeline
      </Button>
    </header>
  )
}
