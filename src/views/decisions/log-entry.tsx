import { useEffect, useRef, useState } from 'react'
import { Chip } from '../../ui/chip'
import { Button } from '../../ui/controls'
import { placeText } from './decision-words'
import classes from './log-entry.module.css'
import type { LogRow } from './log.model'
import { momentText } from './naming-words'
import { TakeBackForm } from './take-back-form'

/** One decision: what, what came of it, where, who, when and why, and the way to take it back. */
export function LogEntry({ row }: { readonly row: LogRow }) {
  const { line, text, place, result } = row
  const { entry, standing } = line
  const [isOpen, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const item = useRef<HTMLLIElement>(null)
  const wasStanding = useRef(standing)
  useEffect(() => {
    // Taken back just now: the button that had the focus is gone.
    if (wasStanding.current === 'active' && standing !== 'active') item.current?.focus()
    wasStanding.current = standing
  }, [standing])
  const close = () => {
    setOpen(false)
    opener.current?.focus()
  }
  return (
    <li ref={item} tabIndex={-1} className={classes.entry} data-standing={standing}>
      <div className={classes.what}>
        <p className={classes.words}>
          <b>{text}</b> <Standing row={row} />
        </p>
        {result.text === '' ? null : <p>{result.text}</p>}
        {line.standing === 'revoked' ? (
          <p>
            Taken back by {line.revokedBy.author}, {momentText(line.revokedBy.time)}:{' '}
            {line.revokedBy.reason}
          </p>
        ) : null}
      </div>
      <p className={classes.why}>{entry.reason}</p>
      <p>
        {entry.author}
        <span className={classes.when}>{momentText(entry.time)}</span>
      </p>
      <p className={classes.where}>{placeText(place)}</p>
      <div className={classes.action}>
        {line.standing === 'active' ? (
          <Button
            ref={opener}
            size="xs"
            variant="subtle"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            Take back
          </Button>
        ) : null}
      </div>
      {isOpen && line.standing === 'active' ? (
        <TakeBackForm entry={line.entry} text={text} onClose={close} />
      ) : null}
    </li>
  )
}

/** The exceptions are chips; what simply holds is a quiet word. */
function Standing({ row: { line, result } }: { readonly row: LogRow }) {
  if (result.kind === 'broken') return <Chip tone="warn">{result.word}</Chip>
  if (result.kind === 'waiting') return <Chip>{result.word}</Chip>
  const word = line.standing === 'revoked' ? 'Taken back' : result.word
  return word === '' ? null : <span className={classes.word}>{word}</span>
}
