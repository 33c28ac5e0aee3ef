import { IconFolder } from '@tabler/icons-react'
import type { FolderHandle } from '../../runs/kept-watch'
import { useActions, useApp } from '../../state/hooks'
import { handleOf } from '../../state/watch/watch-state'
import { Button, Switch } from '../../ui/controls'
import { showUndo } from '../../ui/undo'
import { WatchFiles } from './watch-files'
import classes from './watch-region.module.css'
import { noFolders } from './watch.model'

/** The folder: chosen, followed, or why it is not; and what a change does. */
export function WatchFolder() {
  const support = useApp((state) => state.folderSupport)
  const { folder, runsByItself } = useApp((state) => state.watch)
  const { setRunsByItself } = useActions()
  const handle = handleOf(folder)
  if (support !== 'yes')
    return (
      <div className={classes.folder}>
        <h3 className={classes.heading}>No folder can be watched here</h3>
        <p className={classes.words}>{noFolders[support]}</p>
      </div>
    )
  return (
    <div className={classes.folder}>
      <h3 className={classes.heading}>
        {handle === null ? 'A folder' : `The folder ${handle.name}`}
      </h3>
      {folder.status === 'none' && (
        <p className={classes.words}>
          Choose the folder that your exports land in. It is looked at every 5 seconds while this
          page is open, and what changed is read. Nothing is written there.
        </p>
      )}
      {folder.status === 'asleep' && (
        <p className={classes.words}>
          It was watched before the page was loaded. The browser wants you to allow that again.
        </p>
      )}
      {folder.status === 'lost' && <p className={classes.wrong}>{whyLost[folder.why]}</p>}
      {folder.status === 'watching' && <WatchFiles folder={folder} />}
      <FolderActions
        handle={handle}
        canGoOn={folder.status === 'asleep' || folder.status === 'lost'}
      />
      <Switch
        label="Run by itself when a file changes"
        checked={runsByItself}
        onChange={(event) => setRunsByItself(event.currentTarget.checked)}
      />
    </div>
  )
}

const whyLost = {
  denied: 'The browser no longer lets the page read it. The files read last stay; allow it again.',
  gone: 'It is not where it was: moved, renamed or deleted. The files read last stay; put it back or choose another.',
  unreadable:
    'The disk does not give it out. The files read last stay; try again, or choose another.',
} as const

type FolderActionsProps = { readonly handle: FolderHandle | null; readonly canGoOn: boolean }

function FolderActions({ handle, canGoOn }: FolderActionsProps) {
  const { chooseFolder, watchFolder, stopWatching } = useActions()
  const stop = ({ name }: FolderHandle, again: () => void) => {
    stopWatching()
    showUndo(`${name} is no longer watched`, again)
  }
  return (
    <div className={classes.actions}>
      {handle !== null && canGoOn && (
        <Button size="xs" onClick={() => void watchFolder(handle)}>
          Go on watching
        </Button>
      )}
      <Button
        size="xs"
        leftSection={<IconFolder size={14} stroke={1.5} aria-hidden />}
        onClick={() => void chooseFolder()}
      >
        {handle === null ? 'Watch a folder' : 'Watch another folder'}
      </Button>
      {handle !== null && (
        <Button
          size="xs"
          variant="subtle"
          onClick={() => stop(handle, () => void watchFolder(handle))}
        >
          Stop watching
        </Button>
      )}
    </div>
  )
}
