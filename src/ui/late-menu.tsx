import { lazy, type ReactNode, Suspense } from 'react'

/** Leads somewhere, or does something. */
export type MenuEntry = {
  readonly key: string
  readonly label: string
  /** A short fact at the right end. */
  readonly aside?: string
  readonly icon?: ReactNode
  /** Divided from the entry before it. */
  readonly isApart?: boolean
} & ({ readonly href: string } | { readonly onPick: () => void })

export type LateMenuProps = {
  /** What its button shows. */
  readonly button: ReactNode
  readonly buttonClass: string
  readonly position: 'bottom-start' | 'top-end'
  readonly entries: readonly MenuEntry[]
}

const MenuOfEntries = lazy(async () => ({
  default: (await import('./menu-of-entries')).MenuOfEntries,
}))

/** A menu that comes after the first paint; until then its button is there, and does nothing. */
export function LateMenu(props: LateMenuProps) {
  return (
    <Suspense
      fallback={
        <button type="button" className={props.buttonClass}>
          {props.button}
        </button>
      }
    >
      <MenuOfEntries {...props} />
    </Suspense>
  )
}
