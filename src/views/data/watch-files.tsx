import { useActions, useApp, useServices } from '../../state/hooks'
import type { FolderWatch } from '../../state/watch/watch-state'
import { Checkbox } from '../../ui/controls'
import classes from './watch-region.module.css'
import { folderRows } from './watch.model'

export type WatchFilesProps = {
  readonly folder: Extract<FolderWatch, { readonly status: 'watching' }>
}

/** The files of the folder: a tick follows one, and puts it on the desk where it is not. */
export function WatchFiles({ folder }: WatchFilesProps) {
  const entries = useApp((state) => state.entries)
  const watch = useApp((state) => state.watch)
  const { followFile } = useActions()
  const { now } = useServices()
  const onDesk = entries.map(({ name }) => name)
  const rows = folderRows(folder, watch, { onDesk, now: now() })
  if (folder.names === null) return <p className={classes.words}>Looking into it.</p>
  if (rows.length === 0)
    return <p className={classes.words}>No file in it ends in .csv, .tsv or .txt.</p>
  return (
    <ul className={classes.files} aria-label={`Files of ${folder.handle.name}`}>
      {rows.map(({ name, isFollowed, words, isWrong }) => (
        <li key={name}>
          <Checkbox
            label={name}
            checked={isFollowed}
            onChange={(event) => void followFile(name, event.currentTarget.checked)}
          />
          <span className={isWrong ? classes.wrong : classes.words}>{words}</span>
        </li>
      ))}
    </ul>
  )
}
