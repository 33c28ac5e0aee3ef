import { IconCheck, IconCopy } from '@tabler/icons-react'
import { ActionIcon, CopyButton } from '../../ui/controls'
import classes from './asset-details.module.css'

export type DigestProps = {
  readonly text: string
  /** Accessible name of the button. */
  readonly label: string
}

/** The start of a long digest; the whole of it can be copied. */
export function Digest({ text, label }: DigestProps) {
  return (
    <span className={classes.digest}>
      <code title={text}>{text.slice(0, 10)}</code>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <ActionIcon aria-label={copied ? 'Copied' : label} size={24} onClick={copy}>
            {copied ? <IconCheck size={14} stroke={1.5} /> : <IconCopy size={14} stroke={1.5} />}
          </ActionIcon>
        )}
      </CopyButton>
    </span>
  )
}
