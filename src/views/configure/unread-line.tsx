import { pythonCode } from '../../state/config/draft-faults'
import { useActions, useApp } from '../../state/hooks'
import { Button } from '../../ui/controls'
import { Notice } from '../../ui/notice'
import { showUndo } from '../../ui/undo'

/** A text with faults changes nothing: the form says so, and how to go on. */
export function UnreadLine() {
  const unread = useApp((state) => state.unread)
  const { discardText, editText, importText } = useActions()
  if (unread === null) return null
  const { text, faults } = unread
  const discard = () => {
    discardText()
    showUndo('The text is discarded.', () => void editText(text))
  }
  return (
    <Notice
      tone="warn"
      action={
        <>
          {faults.some(({ code }) => code === pythonCode) && (
            <Button size="xs" onClick={() => void importText('the text', text)}>
              Import the text
            </Button>
          )}
          <Button size="xs" variant="default" onClick={discard}>
            Discard the text
          </Button>
        </>
      }
    >
      <b>The text has faults.</b> The form shows the last settings that could be read, and a run
      uses those.
    </Notice>
  )
}
