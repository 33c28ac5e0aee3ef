import { selectPlaceDoubts, type PlaceDoubt } from '../../state/sources/place-doubts'
import { useActions, useApp } from '../../state/hooks'
import { readySources } from '../../state/selectors'
import { Button } from '../../ui/controls'
import { Notice } from '../../ui/notice'
import { showUndo } from '../../ui/undo'
import { remedyLabel } from './place-doubts.model'
import classes from '../run-faults.module.css'

/** Files that look as if they were put in the wrong place; a click mends it, with the way back. */
export function PlaceDoubts() {
  const all = useApp(selectPlaceDoubts)
  // The same file twice is said in the strip of files.
  const doubts = all.filter(({ remedies }) => remedies.length > 0)
  if (doubts.length === 0) return null
  return (
    <div className={classes.faults}>
      {doubts.map((doubt) => (
        <Notice
          key={`${doubt.code} ${doubt.path}`}
          tone="warn"
          action={<RemedyButton doubt={doubt} />}
        >
          {doubt.message}
        </Notice>
      ))}
    </div>
  )
}

function RemedyButton({ doubt: { remedies } }: { readonly doubt: PlaceDoubt }) {
  const sources = useApp(readySources)
  const { setRole, setColumn } = useActions()
  const label = remedyLabel(remedies, sources)
  const mend = () => {
    const changed = remedies.flatMap(({ kind }) => (kind === 'role' ? [] : kind))
    const before = sources.filter(({ id }) => remedies.some((remedy) => remedy.id === id))
    for (const remedy of remedies)
      if (remedy.kind === 'role') setRole(remedy.id, remedy.role)
      else setColumn(remedy.id, remedy.kind, remedy.column)
    showUndo(`${label}: done`, () => {
      for (const { id, role, columns } of before)
        if (remedies.some(({ kind }) => kind === 'role')) setRole(id, role)
        else for (const need of changed) setColumn(id, need, columns[need])
    })
  }
  return (
    <Button size="xs" variant="default" onClick={mend}>
      {label}
    </Button>
  )
}
