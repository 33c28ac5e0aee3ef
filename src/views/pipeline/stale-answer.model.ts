import type { Branch } from '../../assets/spec'
import type { NamedCause } from '../../state/plan/stale-causes'
import { formatAmount } from '../../ui/number-format'
import { choiceText, kindWords, roleNames } from '../cause-words'

/** One change, read at one or more places. */
type Change = {
  readonly words: string
  readonly places: { readonly label: string; readonly branches: (Branch | null)[] }[]
}

/** `Method is now Robust in Normalised, external, and 2 more changes`; empty where none is known. */
export function staleReason(causes: readonly NamedCause[]): string {
  const changes = changesOf(causes)
  const [first] = changes
  if (first === undefined) return ''
  const places = first.places.map(placeText)
  const shown =
    places.length > 2 ? `${places[0]} and ${places.length - 1} more` : places.join(' and ')
  const more = changes.length - 1
  const rest = more === 0 ? '' : `, and ${formatAmount(more, 'more change', 'more changes')}`
  return `${first.words} in ${shown}${rest}`
}

/** The same change of both branches is one. */
function changesOf(causes: readonly NamedCause[]): readonly Change[] {
  const changes = new Map<string, Change>()
  for (const named of causes) {
    const words = nowWords(named)
    const change = changes.get(words) ?? { words, places: [] }
    changes.set(words, change)
    const { label, branch } = named.root.spec
    const place = change.places.find((one) => one.label === label)
    if (place === undefined) change.places.push({ label, branches: [branch] })
    else place.branches.push(branch)
  }
  return [...changes.values()]
}

function placeText({ label, branches }: Change['places'][number]): string {
  const named = branches.filter((branch) => branch !== null)
  return named.length === 0 ? label : `${label}, ${named.join(' and ')}`
}

/** What is so now: `Method is now Robust`, `the sales file is another`. */
function nowWords({ cause, root }: NamedCause): string {
  switch (cause.kind) {
    case 'params': {
      const { label, control } = root.spec.params[cause.name] ?? {
        label: cause.name,
        control: null,
      }
      const value = control === null ? String(cause.after) : choiceText(cause.after, control)
      return `${label} is now ${value}`
    }
    case 'data':
      return `the ${roleNames[cause.role]} file is another`
    case 'code':
      return kindWords.code
    case 'baseline':
      return cause.after === null ? 'no run is the baseline' : `run ${cause.after} is the baseline`
    case 'overrides':
      return 'people decided about stores'
  }
}
