import { useState } from 'react'
import { IconArrowsDiff, IconDots, IconPackageExport, IconTrash } from '@tabler/icons-react'
import type { RunRecord } from '../../runs/contract'
import { useActions, useApp, useServices } from '../../state/hooks'
import { bundleName, filesOfRun, makeRunBundle } from '../../state/run-bundle'
import { readySources, selectShownRun } from '../../state/selectors'
import { ActionIcon, Button, Menu } from '../../ui/controls'
import { saveFile } from '../../ui/save-file'
import { showUndo } from '../../ui/undo'
import classes from './runs-view.module.css'

export type RunActionsProps = { readonly run: RunRecord; readonly isShown: boolean }

/** Look at its results, compare it with the shown one, take it along, delete it. */
export function RunActions({ run, isShown }: RunActionsProps) {
  const shown = useApp(selectShownRun)
  const hasOther = useApp((state) => state.runs.length > 1)
  const { look, deleteRun, restoreRun } = useActions()
  const { download, isMaking, failure } = useBundleOf(run)
  const remove = () =>
    void deleteRun(run.id).then(() => {
      if (isShown) look({ runId: null })
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
            onClick={() => void download()}
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
      {failure !== '' && (
        <p role="alert" className={classes.failure}>
          {failure}
        </p>
      )}
    </div>
  )
}

/** The bundle of a run, with those of its files that are on the desk. */
function useBundleOf(run: RunRecord) {
  const sources = useApp(readySources)
  const services = useServices()
  const [isMaking, setIsMaking] = useState(false)
  const [failure, setFailure] = useState('')
  const download = async () => {
    setIsMaking(true)
    const made = await makeRunBundle(run, filesOfRun(run, sources), services)
    setIsMaking(false)
    setFailure(made.ok ? '' : `${made.failure.message} ${made.failure.hint}`)
    if (made.ok) saveFile(bundleName(run), made.blob)
  }
  return { download, isMaking, failure }
}
