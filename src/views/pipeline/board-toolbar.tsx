import { IconColumns, IconX } from '@tabler/icons-react'
import { memo, useEffect, useRef } from 'react'
import type { NamedCause } from '../../state/plan/stale-causes'
import { Button, Switch } from '../../ui/controls'
import { formatAmount } from '../../ui/number-format'
import { SearchInput } from '../../ui/search-input'
import { type BoardFilter, isFiltering, noFilter } from './board-filter.model'
import classes from './board-toolbar.module.css'
import { CauseFilter } from './cause-filter'
import { StateFilter } from './state-filter'

export type BoardToolbarProps = {
  readonly nTiles: number
  readonly causes: readonly NamedCause[]
  readonly filter: BoardFilter
  readonly onFilter: (filter: BoardFilter) => void
  readonly nMatching: number
  /** Opens the first asset that the filter leaves. */
  readonly onOpenFirst: () => void
  /** The list can stand beside the graph only where a graph is shown. */
  readonly beside: { readonly isOn: boolean; readonly onChange: (isOn: boolean) => void } | null
}

/**
 * What is looked for among the assets: by name, status, cause, or a check that warns. The events of
 * a run do not draw it anew.
 */
export const BoardToolbar = memo(Toolbar)

function Toolbar(props: BoardToolbarProps) {
  const { nTiles, causes, filter, onFilter, beside } = props
  const bar = useSlashToSearch()
  const change = (part: Partial<BoardFilter>) => onFilter({ ...filter, ...part })
  return (
    <div className={classes.bar} ref={bar} role="search" aria-label="Assets">
      <SearchInput
        label="Search assets ( / )"
        value={filter.text}
        onChange={(text) => change({ text })}
        onEnter={props.onOpenFirst}
      />
      <StateFilter chosen={filter.states} onChange={(states) => change({ states })} />
      {causes.length > 0 && (
        <CauseFilter
          causes={causes}
          chosen={filter.causes}
          onChange={(chosen) => change({ causes: chosen })}
        />
      )}
      <Switch
        label="Checks that warn"
        checked={filter.warns}
        onChange={(event) => change({ warns: event.currentTarget.checked })}
      />
      {isFiltering(filter) && (
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconX size={14} stroke={1.5} aria-hidden />}
          onClick={() => onFilter(noFilter)}
        >
          Clear
        </Button>
      )}
      <span className={classes.found} aria-live="polite">
        {isFiltering(filter) && `${props.nMatching} of ${formatAmount(nTiles, 'asset')}`}
      </span>
      {beside !== null && (
        <Button
          size="xs"
          className={classes.beside ?? ''}
          aria-pressed={beside.isOn}
          data-on={beside.isOn || undefined}
          leftSection={<IconColumns size={14} stroke={1.5} aria-hidden />}
          onClick={() => beside.onChange(!beside.isOn)}
        >
          List beside
        </Button>
      )}
    </div>
  )
}

/** `/` puts the cursor into the search, unless something is being written. */
function useSlashToSearch() {
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isWriting(event.target)) return
      event.preventDefault()
      bar.current?.querySelector('input')?.focus()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  return bar
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  )
}
