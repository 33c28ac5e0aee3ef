import { useEffect, useRef } from 'react'

/**
 * Keyboard of a region at the side: opened by a key it takes the focus, Escape closes it, and the
 * focus goes back to where it came from.
 */
export function useSideFocus(isOpen: boolean, onClose: () => void) {
  const side = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  }, [onClose])
  useEffect(() => {
    if (!isOpen) return
    const before = document.activeElement
    // In one column it stands under the board.
    side.current?.scrollIntoView({ block: 'nearest' })
    if (before?.matches(':focus-visible') === true) side.current?.focus()
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !isInsideRaised(event.target)) close.current()
    }
    window.addEventListener('keydown', press)
    return () => {
      window.removeEventListener('keydown', press)
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [isOpen])
  return side
}

/** Escape there closes the menu or the list of choices, and only that. */
function isInsideRaised(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('[role="menu"], [role="dialog"], [aria-expanded="true"]') !== null
  )
}
