import type { ChangeEvent, ReactNode } from 'react'
import { Button } from '@mantine/core'
import classes from './file-button.module.css'

export type FileButtonProps = {
  /** The text is the accessible name of the file input itself. */
  readonly children: string
  readonly accept: string
  readonly onFiles: (files: readonly File[]) => void
  readonly variant?: 'filled' | 'default'
  readonly icon?: ReactNode
}

/** A button that is a file input: the input lies over its label, so clicks and keys reach it. */
export function FileButton({
  children,
  accept,
  onFiles,
  variant = 'default',
  icon,
}: FileButtonProps) {
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.currentTarget
    onFiles([...(input.files ?? [])])
    // The same file can be chosen again after it was mended.
    input.value = ''
  }
  return (
    <Button component="label" variant={variant} leftSection={icon} className={classes.button ?? ''}>
      {children}
      <input className={classes.input} type="file" multiple accept={accept} onChange={take} />
    </Button>
  )
}
