import type { ReactNode } from 'react'
import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'

export type DownloadButtonProps = {
  readonly children: ReactNode
  /** Accessible name where the text is only a size. */
  readonly label?: string
  readonly onClick: () => void
  readonly size?: 'xs' | 'sm'
  readonly variant?: 'filled' | 'default'
  readonly disabled?: boolean
  /** While the file is being made. */
  readonly loading?: boolean
}

export function DownloadButton(props: DownloadButtonProps) {
  const { children, label, onClick, size = 'sm', variant = 'default' } = props
  const { disabled = false, loading = false } = props
  return (
    <Button
      size={size}
      variant={variant}
      disabled={disabled}
      loading={loading}
      leftSection={<IconDownload size={size === 'xs' ? 14 : 16} stroke={1.5} aria-hidden />}
      onClick={onClick}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {children}
    </Button>
  )
}
