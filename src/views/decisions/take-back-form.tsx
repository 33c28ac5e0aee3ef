import { useActions } from '../../state/hooks'
import { withoutStamp } from '../../state/overrides/overrides-slice'
import { showUndo } from '../../ui/undo'
import type { LogRow } from './log.model'
import { SaidForm } from './said-form'
import type { Said } from './who-and-why'

export type TakeBackFormProps = {
  readonly entry: Extract<LogRow['line'], { readonly standing: 'active' }>['entry']
  readonly text: string
  readonly onClose: () => void
}

/** Taking back is an entry of its own, with a reason; its undo decides the same again. */
export function TakeBackForm({ entry, text, onClose }: TakeBackFormProps) {
  const { appendOverride, revokeOverride } = useActions()
  const takeBack = ({ author, reason }: Said) => {
    revokeOverride(entry.id, author, reason)
    showUndo(`Taken back: ${text}`, () =>
      appendOverride({ ...withoutStamp(entry), author, reason: entry.reason }),
    )
  }
  return <SaidForm label="Take back" onConfirm={takeBack} onClose={onClose} />
}
