import { type FormEvent, useState } from 'react'
import { useActions } from '../../state/hooks'
import { type DecisionPlace, withoutStamp } from '../../state/overrides/overrides-slice'
import { Button, TextInput } from '../../ui/controls'
import { showUndo } from '../../ui/undo'
import { idText } from './decision-words'
import { nameFault, namedByText } from './naming-words'
import type { NameEntry } from './pending.model'
import classes from './rename-form.module.css'
import { useWhoAndWhy } from './who-and-why'

export type RenameFormProps = {
  readonly place: DecisionPlace
  readonly cluster: { readonly key: string; readonly name: string }
  /** Names that people gave it, the newest first; none where the name is automatic. */
  readonly given: readonly NameEntry[]
  readonly onClose: () => void
}

/** Enter saves, Escape cancels; a name that a person gave can be given back to the automatic one. */
export function RenameForm({ place, cluster, given, onClose }: RenameFormProps) {
  const { key } = cluster
  const [last] = given
  const named = last?.name ?? cluster.name
  const [name, setName] = useState(named)
  const [fault, setFault] = useState<string | null>(null)
  const said = useWhoAndWhy('Named by hand')
  const { appendOverride, revokeOverride } = useActions()
  const save = (event: FormEvent) => {
    event.preventDefault()
    const told = said.read()
    setFault(nameFault(name))
    if (told === null || nameFault(name) !== null) return
    onClose()
    if (name.trim() === named) return
    const id = appendOverride({
      ...place,
      ...told,
      kind: 'rename',
      cluster: key,
      name: name.trim(),
    })
    showUndo(`Cluster ${idText(key)} named ${name.trim()}`, () =>
      revokeOverride(id, told.author, 'undone'),
    )
  }
  return (
    <form className={classes.form} onSubmit={save} aria-label="Rename" noValidate>
      <TextInput
        data-autofocus
        onFocus={({ currentTarget }) => currentTarget.select()}
        label="Name"
        value={name}
        error={fault}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <TextInput
        label="Reason"
        value={said.reason}
        error={said.isAsked && said.reason.trim() === '' && 'Say why'}
        onChange={({ currentTarget }) => said.setReason(currentTarget.value)}
      />
      {said.isUnknown ? (
        <TextInput
          label="Author"
          value={said.author}
          autoComplete="name"
          error={said.isAsked && said.author.trim() === '' && 'Say who, once'}
          onChange={({ currentTarget }) => said.setAuthor(currentTarget.value)}
        />
      ) : null}
      <div className={classes.actions}>
        <Button type="submit" size="xs" variant="filled">
          Save
        </Button>
        <Button size="xs" variant="subtle" onClick={onClose}>
          Cancel
        </Button>
      </div>
      {last === undefined ? null : (
        <Automatic
          cluster={cluster}
          given={given}
          last={last}
          author={said.author.trim()}
          onClose={onClose}
        />
      )}
    </form>
  )
}

type AutomaticProps = Omit<RenameFormProps, 'place'> & {
  readonly author: string
  readonly last: NameEntry
}

/** The way back to the name that is made from what stands out. */
function Automatic({ cluster, given, last, author, onClose }: AutomaticProps) {
  const { revokeOverride, appendOverride } = useActions()
  const goBack = () => {
    onClose()
    for (const { id } of given) revokeOverride(id, author, 'Back to the automatic name')
    showUndo(`Cluster ${idText(cluster.key)} has its automatic name again`, () =>
      appendOverride({ ...withoutStamp(last), author, reason: last.reason }),
    )
  }
  return (
    <p className={classes.given}>
      {namedByText(last)}.
      <Button size="xs" variant="subtle" disabled={author === ''} onClick={goBack}>
        Use the automatic name
      </Button>
    </p>
  )
}
