import type { AssetFailure } from '../../assets/failure'

/** `isFolder`: what was dropped is a folder, whose files were not asked for. */
export type NamedBlob = { readonly name: string; readonly blob: Blob; readonly isFolder?: boolean }

/** Files of one name that came together are told apart: `sales.csv`, `sales (2).csv`. */
export function namedApart(files: readonly NamedBlob[]): readonly NamedBlob[] {
  const taken = new Set<string>()
  return files.map((file) => {
    let { name } = file
    for (let n = 2; taken.has(name); n++) name = numbered(file.name, n)
    taken.add(name)
    return name === file.name ? file : { ...file, name }
  })
}

function numbered(name: string, n: number): string {
  const dot = name.lastIndexOf('.')
  return dot < 1 ? `${name} (${n})` : `${name.slice(0, dot)} (${n})${name.slice(dot)}`
}

/** Why something cannot even be read; `null` for a file. */
export function refusalOf({ name, isFolder }: NamedBlob): AssetFailure | null {
  if (isFolder !== true) return null
  return {
    code: 'is_a_folder',
    message: `${name} is a folder.`,
    path: name,
    hint: 'Open it and drop the files inside, or watch it at the foot of this screen.',
  }
}
