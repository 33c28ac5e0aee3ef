type Point = { readonly x: number; readonly f: number }

/**
 * The place of a minimum of a function of one number: a bracket by steps that grow, then parabolas
 * and golden sections in turn (Brent 1973; scipy `brent`). Values that are not finite are no minimum.
 */
export function minimize(f: (x: number) => number, from: number, to: number): number {
  const at = (x: number): Point => ({ x, f: f(x) })
  return narrow(at, bracket(at, at(from), at(to)))
}

type Bracket = readonly [Point, Point, Point]

/** Goes downhill until the function rises again; the middle one is the least. */
function bracket(at: (x: number) => Point, from: Point, to: Point): Bracket {
  let [a, b] = from.f < to.f ? [to, from] : [from, to]
  let c = at(b.x + golden * (b.x - a.x))
  for (let step = 0; c.f < b.f && step < maxSteps; step++) {
    const guess = bottomOf(a, b, c)
    const limit = b.x + mostGrowth * (c.x - b.x)
    let next: Point
    if ((guess - c.x) * (b.x - guess) > 0) {
      next = at(guess)
      if (next.f < c.f) return [b, next, c]
      if (next.f > b.f) return [a, b, next]
      next = at(c.x + golden * (c.x - b.x))
    } else if ((guess - limit) * (limit - c.x) >= 0) next = at(limit)
    else if ((guess - limit) * (c.x - guess) > 0) {
      next = at(guess)
      if (next.f < c.f) {
        b = c
        c = next
        next = at(c.x + golden * (c.x - b.x))
      }
    } else next = at(c.x + golden * (c.x - b.x))
    a = b
    b = c
    c = next
  }
  return [a, b, c]
}

/** Where the parabola through three points has its end. */
function bottomOf(a: Point, b: Point, c: Point): number {
  const left = (b.x - a.x) * (b.f - c.f)
  const right = (b.x - c.x) * (b.f - a.f)
  const difference = right - left
  const denominator = Math.abs(difference) < tiny ? 2 * tiny : 2 * difference
  return b.x - ((b.x - c.x) * right - (b.x - a.x) * left) / denominator
}

/** Where the minimum may be, the three least points so far, and the last two steps. */
type Search = {
  readonly low: number
  readonly high: number
  readonly best: Point
  readonly second: Point
  readonly third: Point
  readonly step: number
  readonly stepBefore: number
}

function narrow(at: (x: number) => Point, [first, middle, last]: Bracket): number {
  const points = { best: middle, second: middle, third: middle }
  const range = { low: Math.min(first.x, last.x), high: Math.max(first.x, last.x) }
  let search: Search = { ...range, ...points, step: 0, stepBefore: 0 }
  for (let iteration = 0; iteration < maxSteps; iteration++) {
    const { low, high, best } = search
    const least = tolerance * Math.abs(best.x) + leastStep
    if (Math.abs(best.x - 0.5 * (low + high)) < 2 * least - 0.5 * (high - low)) break
    const steps = nextSteps(search, least)
    const size = Math.abs(steps.step) < least ? withSign(least, steps.step) : steps.step
    search = takeIn({ ...search, ...steps }, at(best.x + size))
  }
  return search.best.x
}

/** To the bottom of a parabola where that is a good step, else a golden section of the longer side. */
function nextSteps(search: Search, least: number): Pick<Search, 'step' | 'stepBefore'> {
  const { low, high, best, step, stepBefore } = search
  const center = 0.5 * (low + high)
  const toBottom = Math.abs(stepBefore) > least ? parabolicStep(search) : null
  if (toBottom === null) {
    const side = (best.x >= center ? low : high) - best.x
    return { step: goldenSection * side, stepBefore: side }
  }
  const x = best.x + toBottom
  const isAtEnd = x - low < 2 * least || high - x < 2 * least
  return { step: isAtEnd ? withSign(least, center - best.x) : toBottom, stepBefore: step }
}

function withSign(size: number, sign: number): number {
  return sign >= 0 ? size : -size
}

function takeIn(search: Search, next: Point): Search {
  const { best, second, third } = search
  if (next.f > best.f) {
    const narrowed = next.x < best.x ? { ...search, low: next.x } : { ...search, high: next.x }
    if (next.f <= second.f || second.x === best.x)
      return { ...narrowed, second: next, third: second }
    const isThird = next.f <= third.f || third.x === best.x || third.x === second.x
    return isThird ? { ...narrowed, third: next } : narrowed
  }
  const narrowed = next.x >= best.x ? { ...search, low: best.x } : { ...search, high: best.x }
  return { ...narrowed, best: next, second: best, third: second }
}

/** To the bottom of the parabola through the three points; null where that is no good step. */
function parabolicStep({ best, second, third, low, high, stepBefore }: Search): number | null {
  const left = (best.x - second.x) * (best.f - third.f)
  const right = (best.x - third.x) * (best.f - second.f)
  const difference = 2 * (right - left)
  const ascent = (best.x - third.x) * right - (best.x - second.x) * left
  const p = difference > 0 ? -ascent : ascent
  const q = Math.abs(difference)
  const isInside = p > q * (low - best.x) && p < q * (high - best.x)
  return isInside && Math.abs(p) < Math.abs(0.5 * q * stepBefore) ? p / q : null
}

const golden = 1.618034
const goldenSection = 0.381966
const mostGrowth = 110
const maxSteps = 500
const tolerance = 1.48e-8
const leastStep = 1e-11
const tiny = 1e-21
