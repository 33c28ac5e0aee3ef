import { isConfigurationFile } from '../state/config/configuration-file'
import { useActions } from '../state/hooks'
import type { NamedBlob } from '../state/sources/dropped-files'
import { showUndo } from '../ui/undo'

/** Takes settings over from a file and offers the way back; a file with faults is shown with them. */
export function useTakeConfiguration() {
  const { importText, undoImport, look } = useActions()
  return async ({ name, blob }: NamedBlob) => {
    look({ screen: 'configure' })
    if (await importText(name, blob)) showUndo(`Settings of ${name} are taken over.`, undoImport)
  }
}

/** Files that were dropped: settings go to Configure, everything else to Data. */
export function useTakeFiles() {
  const { addFiles, look } = useActions()
  const takeConfiguration = useTakeConfiguration()
  return async (files: readonly File[], folders: ReadonlySet<File>) => {
    const named = files.map((file) => ({
      name: file.name,
      blob: file,
      isFolder: isFolder(file, folders),
    }))
    const kinds = await Promise.all(
      named.map(async (each) => !each.isFolder && (await isConfigurationFile(each))),
    )
    const data = named.filter((_, i) => kinds[i] !== true)
    const configuration = named.find((_, i) => kinds[i] === true)
    if (data.length > 0) look({ screen: 'data' })
    if (configuration !== undefined) await takeConfiguration(configuration)
    if (data.length > 0) await addFiles(data)
  }
}

/** The browser gives a file object of its own for each question: they are compared by what they say. */
function isFolder(file: File, folders: ReadonlySet<File>): boolean {
  return [...folders].some(
    ({ name, size, lastModified }) =>
      name === file.name && size === file.size && lastModified === file.lastModified,
  )
}
