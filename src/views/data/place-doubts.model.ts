import type { Source } from '../../runs/contract'
import type { Remedy } from '../../state/sources/place-doubts'
import { roleLabels } from './files.model'

/** What the button does that puts a file right. */
export function remedyLabel(
  remedies: readonly Remedy[],
  sources: readonly Pick<Source, 'id' | 'name'>[],
): string {
  const [first, second] = remedies
  if (first === undefined) return ''
  if (second !== undefined) return 'Swap the two files'
  const name = sources.find(({ id }) => id === first.id)?.name ?? ''
  if (first.kind === 'role') return `Use ${name} as ${roleLabels[first.role].toLowerCase()}`
  return `Take ${first.kind === 'store' ? 'stores' : 'the money'} from ${first.column}`
}
