import { type FormEvent, type ReactNode, useRef } from 'react'
import { Button } from '../../ui/controls'
import classes from './decide-form.module.css'
import { useOpenedForm } from './use-opened-form'
import { type Said, useWhoAndWhy, WhoAndWhy } from './who-and-why'

export type SaidFormProps = {
  readonly label: string
  /** Fields before who and why. */
  readonly fields?: ReactNode
  /** What stands below them. */
  readonly children?: ReactNode
  readonly onConfirm: (said: Said) => void
  readonly onClose: () => void
}

/** A form that needs to know who decides, and why. Escape closes it, and so does a decision. */
export function SaidForm({ label, fields, children, onConfirm, onClose }: SaidFormProps) {
  const said = useWhoAndWhy('')
  const form = useRef<HTMLFormElement>(null)
  useOpenedForm(form, onClose)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const told = said.read()
    if (told === null) return
    onConfirm(told)
    onClose()
  }
  return (
    <form ref={form} className={classes.form} aria-label={label} onSubmit={submit} noValidate>
      <div className={classes.fields}>
        {fields}
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
      {children}
    </form>
  )
}
