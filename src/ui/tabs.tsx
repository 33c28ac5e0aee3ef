import { type KeyboardEvent, type ReactNode, useId } from 'react'
import classes from './tabs.module.css'

export type TabsProps<T extends string> = {
  /** Accessible name of the row of tabs. */
  readonly label: string
  readonly value: T
  readonly options: readonly {
    readonly value: T
    readonly label: string
    readonly count?: number
  }[]
  readonly onChange: (value: T) => void
  /** The chosen panel. */
  readonly children: ReactNode
}

/** Views of one thing, underlined in ink; arrows move between them. */
export function Tabs<T extends string>(props: TabsProps<T>) {
  const { label, value, options, onChange, children } = props
  const id = useId()
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = options.findIndex((option) => option.value === value)
    const next = options[targetOf(event.key, at, options.length)]
    if (next === undefined) return
    event.preventDefault()
    onChange(next.value)
    event.currentTarget.querySelector<HTMLElement>(`[data-value="${next.value}"]`)?.focus()
  }
  return (
    <>
      <div
        className={classes.tabs}
        role="tablist"
        aria-label={label}
        tabIndex={-1}
        onKeyDown={press}
      >
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            role="tab"
            id={`${id}-${option.value}`}
            className={classes.tab}
            data-value={option.value}
            aria-selected={option.value === value}
            aria-controls={`${id}-panel`}
            tabIndex={option.value === value ? 0 : -1}
            onClick={() => onChange(option.value)}
          >
            {option.label}
            {option.count !== undefined && <span className={classes.count}>{option.count}</span>}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${value}`}
        className={classes.panel}
      >
        {children}
      </div>
    </>
  )
}

/** Index of the tab that a key leads to; -1 where the key does nothing. */
function targetOf(key: string, at: number, n: number): number {
  if (key === 'ArrowRight') return (at + 1) % n
  if (key === 'ArrowLeft') return (at + n - 1) % n
  if (key === 'Home') return 0
  return key === 'End' ? n - 1 : -1
}
