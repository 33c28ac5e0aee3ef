import { type FormEvent, useRef } from 'react'
import { useActions } from '../../state/hooks'
import { withoutStamp } from '../../state/overrides/overrides-slice'
import { Button } from '../../ui/controls'
import { showUndo } from '../../ui/undo'
import classes from './decide-form.module.css'
import type { LogRow } from './log.model'
import { useOpenedForm } from './use-opened-form'
import { useWhoAndWhy, WhoAndWhy } from './who-and-why'

export type TakeBackFormProps = {
  readonly entry: Extract<LogRow['line'], { readonly standing: 'active' }>['entry']
  readonly text: string
  readonly onClose: () => void
}

/** Taking back is an entry of its own, with a reason; its undo decides the same again. */
export function TakeBackForm({ entry, text, onClose }: TakeBackFormProps) {
  const { appendOverride, revokeOverride } = useActions()
  const said = useWhoAndWhy('')
  const form = useRef<HTMLFormElement>(null)
  useOpenedForm(form, onClose)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const told = said.read()
    if (told === null) return
    revokeOverride(entry.id, told.author, told.reason)
    showUndo(`Taken back: ${text}`, () =>
      appendOverride({ ...withoutStamp(entry), author: told.author, reason: entry.reason }),
    )
    onClose()
  }
  return (
    <form ref={form} className={classes.form} aria-label="Take back" onSubmit={submit} noValidate>
      <div className={classes.fields}>
        <WhoAndWhy said={said} />
        <div className={classes.actions}>
          <Button type="submit" size="xs" variant="filled">
            Confirm
          </Button>
          <Button size="xs" variant="subtle" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </div>
    </form>
  )
}
