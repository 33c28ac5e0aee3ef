import { type RefObject, useEffect } from 'react'

/** A form that was opened: its first field has the focus, Escape closes it. */
export function useOpenedForm(form: RefObject<HTMLFormElement | null>, onClose: () => void): void {
  useEffect(() => form.current?.querySelector('input')?.focus(), [form])
  useEffect(() => {
    const element = form.current
    const close = (event: KeyboardEvent) => {
      const isOfList = document.activeElement?.getAttribute('aria-expanded') === 'true'
      if (event.key === 'Escape' && !isOfList) onClose()
    }
    element?.addEventListener('keydown', close)
    return () => element?.removeEventListener('keydown', close)
  }, [form, onClose])
}
