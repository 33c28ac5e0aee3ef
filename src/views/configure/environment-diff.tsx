import {
  selectEnvironmentChanges,
  selectOverlay,
  type EnvironmentChange,
} from '../../state/config/environment-diff'
import { useActions, useApp } from '../../state/hooks'
import { selectRedoPreview } from '../../state/config/redo-preview'
import { Button } from '../../ui/controls'
import { DataTable } from '../../ui/data-table'
import type { DataColumn } from '../../ui/data-table-props'
import { Region } from '../../ui/region'
import { showUndo } from '../../ui/undo'
import { redoneWords, redoWords } from './configure.model'
import classes from './configure-view.module.css'
import { wordsOf } from './setting-text'

type Row = EnvironmentChange & { readonly redo: string }

const columns: readonly DataColumn<Row>[] = [
  { id: 'setting', head: 'Setting', value: ({ label }) => label },
  { id: 'key', head: 'Key', value: ({ section, name }) => `${section}.${name}`, mono: true },
  { id: 'base', head: 'Base', value: ({ base, control }) => wordsOf(base, control) },
  { id: 'value', head: 'Here', value: ({ value, control }) => wordsOf(value, control) },
  { id: 'redo', head: 'It alone redoes', value: ({ redo }) => redo, tone: 'ink-2' },
]

/** What the chosen environment says otherwise than the base, and what that would redo. */
export function EnvironmentDiff() {
  const environment = useApp((state) => state.environment)
  const overlay = useApp(selectOverlay)
  const changes = useApp(selectEnvironmentChanges)
  const redo = useApp(selectRedoPreview)
  const { addEnvironment, removeEnvironment } = useActions()
  if (environment === null) return null
  const remove = () => {
    removeEnvironment(environment)
    showUndo(`The overlay of ${environment} is removed.`, () =>
      addEnvironment(environment, overlay ?? {}),
    )
  }
  const rows = changes.map((change) => ({
    ...change,
    redo: redoneWords(redo.ofSetting(change.name)),
  }))
  return (
    <div className={classes.environment}>
      <Region
        title={titleOf(environment, changes.length)}
        subtitle={
          changes.length === 0
            ? `What is changed below is written into the overlay of ${environment}; the base stays as it is.`
            : `Against the base it ${redoWords(redo.ofEnvironment())}. Changes below are written into its overlay.`
        }
        actions={
          overlay !== null && (
            <Button size="xs" variant="default" onClick={remove}>
              Remove {environment}
            </Button>
          )
        }
      >
        {rows.length > 0 && (
          <DataTable
            label={`Settings of ${environment} against the base`}
            columns={columns}
            rows={rows}
            rowKey={({ section, name }) => `${section}.${name}`}
          />
        )}
      </Region>
    </div>
  )
}

function titleOf(environment: string, n: number): string {
  if (n === 0) return `${environment} is the base so far`
  return `${environment} changes ${n} ${n === 1 ? 'setting' : 'settings'} of the base`
}
