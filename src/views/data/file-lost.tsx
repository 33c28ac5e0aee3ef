import { useActions } from '../../state/hooks'
import type { SourceEntry } from '../../state/sources/sources-slice'
import { chooseFile } from '../../ui/choose-file'
import { Button } from '../../ui/controls'
import { Notice } from '../../ui/notice'
import { formatBytes } from '../../ui/number-format'
import { acceptedFiles } from './accepted-files'
import { roleLabels } from './files.model'

export type FileLostProps = { readonly entry: Extract<SourceEntry, { status: 'lost' }> }

/** A file of before whose bytes this browser has no copy of: a person chooses it again. */
export function FileLost({ entry }: FileLostProps) {
  const { id, name, source } = entry
  const { replaceFile } = useActions()
  const size = formatBytes(source.profile.size)
  const role = roleLabels[source.role].toLowerCase()
  return (
    <Notice
      tone="warn"
      action={
        <Button
          size="xs"
          onClick={() => chooseFile(acceptedFiles, (file) => void replaceFile(id, file))}
        >
          Choose {name}
        </Button>
      }
    >
      {`Choose ${name} again (${role}, ${size}): this browser keeps no copy of it. Its settings and all results are kept. Its bytes tell whether it is the same file.`}
    </Notice>
  )
}
