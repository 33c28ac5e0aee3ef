import { IconArrowsDiff, IconDots, IconPackageExport, IconTrash } from '@tabler/icons-react'
import type { RunRecord } from '../../runs/contract'
import { useActions, useApp } from '../../state/hooks'
import { filesOfRun } from '../../state/bundle/run-bundle'
import { readySources, selectShownRun } from '../../state/selectors'
import { ActionIcon, Button, Menu } from '../../ui/controls'
import { showUndo } from '../../ui/undo'
import { useBundleDownload } from '../use-bundle-download'
import classes from './runs-view.module.css'

export type RunActionsProps = {
  readonly run: RunRecord
  readonly isShown: boolean
  readonly onGone: () => void
}

/** Look at its results, compare it with the shown one, take it along, delete it. */
export function RunActions({ run, isShown, onGone }: RunActionsProps) {
  const shown = useApp(selectShownRun)
  const hasOther = useApp((state) => state.runs.length > 1)
  const { look, deleteRun, restoreRun } = useActions()
  const sources = useApp(readySources)
  const { download, isMaking, failure } = useBundleDownload(run)
  const remove = () =>
    void deleteRun(run.id).then((isDone) => {
      if (!isDone) return
      if (isShown) look({ runId: null })
      onGone()
      showUndo(`Run ${run.seq} is deleted`, () => void restoreRun(run))
    })
  const compare = () =>
    look(
      isShown
        ? { screen: 'compare', comparedRunId: null }
        : { screen: 'compare', runId: shown?.id ?? null, comparedRunId: run.id },
    )
  return (
    <div className={classes.actions}>
      <Button
        size="xs"
        variant="default"
        aria-label={`Open run ${run.seq}`}
        onClick={() => look({ runId: run.id, screen: 'clusters' })}
      >
        Open
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={`More about run ${run.seq}`} loading={isMaking}>
            <IconDots size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {hasOther && (
            <Menu.Item
              leftSection={<IconArrowsDiff size={14} stroke={1.5} aria-hidden />}
              onClick={compare}
            >
              {isShown ? 'Compare it' : `Compare with run ${shown?.seq ?? ''}`}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconPackageExport size={14} stroke={1.5} aria-hidden />}
            onClick={() => void download(filesOfRun(run, sources))}
          >
            Download run bundle
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={14} stroke={1.5} aria-hidden />}
            onClick={remove}
          >
            Delete
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {failure !== null && (
        <p role="alert" className={classes.failure}>
          {failure.message} {failure.hint}
        </p>
      )}
    </div>
  )
}
