import { IconPackageImport } from '@tabler/icons-react'
import { useActions } from '../state/hooks'
import { FileButton } from '../ui/file-button'

/** Opens a bundle that `Download run bundle` made, here or in another browser. */
export function OpenBundle() {
  const { openBundle } = useActions()
  const open = ([file]: readonly File[]) => {
    if (file !== undefined) void openBundle({ name: file.name, blob: file })
  }
  return (
    <FileButton
      accept=".zip,application/zip"
      onFiles={open}
      icon={<IconPackageImport size={16} stroke={1.5} aria-hidden />}
    >
      Open a run bundle
    </FileButton>
  )
}
