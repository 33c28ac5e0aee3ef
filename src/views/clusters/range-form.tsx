import type { FormEvent } from 'react'
import type { Range } from './scatter.model'
import classes from './range-form.module.css'

export type RangeFormProps = {
  readonly acrossName: string
  readonly upName: string
  readonly onSelect: (across: Range, up: Range) => void
}

/** Selects stores by a range of each axis: what the lasso does, without a drag. */
export function RangeForm({ acrossName, upName, onSelect }: RangeFormProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const range = (axis: string): Range => ({
      from: boundOf(data.get(`${axis}-from`), -Infinity),
      to: boundOf(data.get(`${axis}-to`), Infinity),
    })
    onSelect(range('across'), range('up'))
  }
  return (
    <form className={classes.form} onSubmit={submit} aria-label="Select by range">
      <AxisRange axis="across" name={acrossName} />
      <AxisRange axis="up" name={upName} />
      <button type="submit">Select</button>
    </form>
  )
}

function AxisRange({ axis, name }: { readonly axis: string; readonly name: string }) {
  return (
    <span className={classes.range}>
      {name}
      <input
        type="number"
        step="any"
        name={`${axis}-from`}
        aria-label={`${name} from`}
        placeholder="from"
      />
      <input
        type="number"
        step="any"
        name={`${axis}-to`}
        aria-label={`${name} to`}
        placeholder="to"
      />
    </span>
  )
}

/** An empty field sets no bound. */
function boundOf(text: FormDataEntryValue | null, none: number): number {
  return typeof text !== 'string' || text === '' ? none : Number(text)
}
