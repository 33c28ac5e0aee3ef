import { plainName } from './plain-name'

/** A feature that stands out in a cluster; z in chain standard deviations. */
type Trait = { readonly feature: string; readonly z: number }

/** Single traits are tried before pairs; a pair is made of the strongest few. */
const nTried = 4
const unremarkable = 'Like the chain'

/**
 * One unique name per cluster. The cluster that stands out most chooses first: its strongest trait
 * that no other cluster is named by, else two traits, else a number tells it apart.
 * @param traits of each cluster, strongest first.
 * @param given names that clusters have already: they stay, and no other cluster gets them.
 */
export function nameClusters(
  traits: readonly (readonly Trait[])[],
  given: readonly (string | undefined)[] = [],
): readonly string[] {
  const names = traits.map((_, c) => given[c] ?? '')
  const taken = new Set(given)
  for (const c of byStrength(traits)) {
    if (given[c] !== undefined) continue
    const options = optionsFor(traits[c])
    const name = options.find((option) => !taken.has(option)) ?? numbered(options[0], taken)
    taken.add(name)
    names[c] = name
  }
  return names
}

function byStrength(traits: readonly (readonly Trait[])[]): readonly number[] {
  const strengths = traits.map((own) => Math.abs(own[0]?.z ?? 0))
  return [...traits.keys()].sort((a, b) => strengths[b] - strengths[a] || a - b)
}

function optionsFor(traits: readonly Trait[]): readonly string[] {
  if (traits.length === 0) return [unremarkable]
  const tried = traits.slice(0, nTried)
  const pairs = tried.flatMap((first, at) =>
    tried.slice(at + 1).map((second) => `${phrase(first)}, ${lowerFirst(phrase(second))}`),
  )
  return [...tried.map(phrase), ...pairs]
}

function phrase({ feature, z }: Trait): string {
  const name = plainName(feature)
  return z > 0 ? name : `Less ${lowerFirst(name)}`
}

/** Inside a sentence; an acronym in front stays. */
function lowerFirst(text: string): string {
  if (/^\p{Lu}\p{Lu}/u.test(text)) return text
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function numbered(name: string, taken: ReadonlySet<string | undefined>): string {
  let n = 2
  while (taken.has(`${name} ${n}`)) n++
  return `${name} ${n}`
}
