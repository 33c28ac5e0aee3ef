export type FlowLink = { readonly from: string; readonly to: string; readonly stores: number }

/** One end of the ribbons: where its bar starts, how high it is, where its label stands. */
export type FlowBar = {
  readonly id: string
  readonly y: number
  readonly height: number
  readonly center: number
}

export type FlowRibbon<L> = {
  readonly link: L
  /** Upper edge at the left and at the right. */
  readonly y0: number
  readonly y1: number
  readonly height: number
}

export type FlowLayout<L> = {
  readonly sources: readonly FlowBar[]
  readonly targets: readonly FlowBar[]
  readonly ribbons: readonly FlowRibbon<L>[]
  readonly height: number
}

/** Px: what the ribbons share, the gap between two bars, the least between two labels. */
const inkHeight = 190
const gap = 7
const labelPitch = 19
const thinnest = 3

/**
 * Two columns of bars with ribbons between. Sources are in order of size; targets in order of
 * their barycentre, the mean height where their ribbons start, so that few cross.
 */
export function layoutFlow<L extends FlowLink>(links: readonly L[]): FlowLayout<L> {
  const total = links.reduce((sum, { stores }) => sum + stores, 0)
  const scale = Math.min(4, inkHeight / Math.max(1, total))
  const bySource = sumsBy(links, ({ from }) => from)
  const left = stack(
    sortedIds(bySource, (id) => -(bySource.get(id) ?? 0)),
    bySource,
    scale,
  )
  const byTarget = sumsBy(links, ({ to }) => to)
  const starts = centersOf(left)
  const barycentre = (id: string) => {
    const own = links.filter(({ to }) => to === id)
    const weighted = own.reduce(
      (sum, { from, stores }) => sum + stores * (starts.get(from) ?? 0),
      0,
    )
    return weighted / (byTarget.get(id) ?? 1)
  }
  const right = stack(sortedIds(byTarget, barycentre), byTarget, scale)
  const height = Math.max(endOf(left), endOf(right))
  const sources = shiftedBy(left, (height - endOf(left)) / 2)
  const targets = shiftedBy(right, (height - endOf(right)) / 2)
  return {
    sources,
    targets,
    ribbons: ribbonsOf(links, { sources, targets, scale }),
    height: Math.ceil(height),
  }
}

function sumsBy(links: readonly FlowLink[], idOf: (link: FlowLink) => string) {
  const sums = new Map<string, number>()
  for (const link of links) sums.set(idOf(link), (sums.get(idOf(link)) ?? 0) + link.stores)
  return sums
}

function sortedIds(sums: ReadonlyMap<string, number>, rank: (id: string) => number) {
  const ranks = new Map([...sums.keys()].map((id) => [id, rank(id)]))
  const rankOf = (id: string) => ranks.get(id) ?? 0
  return [...sums.keys()].sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))
}

/** Bars under each other, far enough apart for their labels. */
function stack(ids: readonly string[], sums: ReadonlyMap<string, number>, scale: number) {
  const bars: FlowBar[] = []
  for (const id of ids) {
    const height = Math.max(thinnest, (sums.get(id) ?? 0) * scale)
    const last = bars.at(-1)
    const y =
      last === undefined
        ? Math.max(0, (labelPitch - height) / 2)
        : Math.max(last.y + last.height + gap, last.center + labelPitch - height / 2)
    bars.push({ id, y, height, center: y + height / 2 })
  }
  return bars
}

/** Where the last bar or its label ends. */
function endOf(bars: readonly FlowBar[]): number {
  const last = bars.at(-1)
  return last === undefined ? 0 : last.center + Math.max(last.height, labelPitch) / 2
}

/** The shorter column stands in the middle of the longer one: ribbons stay flat. */
function shiftedBy(bars: readonly FlowBar[], dy: number): readonly FlowBar[] {
  return bars.map((bar) => ({ ...bar, y: bar.y + dy, center: bar.center + dy }))
}

function centersOf(bars: readonly FlowBar[]): ReadonlyMap<string, number> {
  return new Map(bars.map(({ id, center }) => [id, center]))
}

type Columns = {
  readonly sources: readonly FlowBar[]
  readonly targets: readonly FlowBar[]
  readonly scale: number
}

/** On each bar the ribbons lie in the order of their other ends. */
function ribbonsOf<L extends FlowLink>(links: readonly L[], { sources, targets, scale }: Columns) {
  const [starts, ends] = [centersOf(sources), centersOf(targets)]
  const at = (centers: ReadonlyMap<string, number>, id: string) => centers.get(id) ?? 0
  const byEnd = links.toSorted((a, b) => at(ends, a.to) - at(ends, b.to))
  const byStart = links.toSorted((a, b) => at(starts, a.from) - at(starts, b.from))
  const left = offsetsOf(byEnd, sources, { idOf: ({ from }) => from, scale })
  const right = offsetsOf(byStart, targets, { idOf: ({ to }) => to, scale })
  return byStart.map((link) => ({
    link,
    y0: left.get(link) ?? 0,
    y1: right.get(link) ?? 0,
    height: link.stores * scale,
  }))
}

function offsetsOf<L extends FlowLink>(
  links: readonly L[],
  bars: readonly FlowBar[],
  { idOf, scale }: { readonly idOf: (link: L) => string; readonly scale: number },
): ReadonlyMap<L, number> {
  const next = new Map(bars.map(({ id, y }) => [id, y]))
  return new Map(
    links.map((link) => {
      const y = next.get(idOf(link)) ?? 0
      next.set(idOf(link), y + link.stores * scale)
      return [link, y]
    }),
  )
}
