const ladder: readonly number[] = [2, 3, 4, 5, 6, 8, 10]

/** The end of an axis from 0: a round, even number that is at least `value`. */
export function niceTop(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))))
  const rounds = ladder.map((step) => step * unit)
  return rounds.find((top) => top >= value && top % 2 === 0) ?? 10 * unit
}

export type CurveStep = { readonly x: number; readonly y: number }

/** A line that holds each value until the next step; SVG path with y downwards from `yTop`. */
export function stepPath(steps: readonly CurveStep[], xEnd: number, yTop: number): string {
  const [first, ...rest] = steps
  if (first === undefined) return ''
  const down = (y: number) => yTop - y
  const turns = rest.map(({ x, y }) => `H${x}V${down(y)}`)
  return `M${first.x} ${down(first.y)}${turns.join('')}H${xEnd}`
}

export type AxisTick = { readonly at: number; readonly isValue: boolean }

/** Five ticks from 0 to `end`; the value is printed where it stands, in place of a tick too near. */
export function ticksWith(value: number, end: number): readonly AxisTick[] {
  const shown = Math.min(value, end)
  const quarters = [0, 0.25, 0.5, 0.75, 1].map((share) => share * end)
  const others = quarters.filter((at) => Number.isInteger(at) && Math.abs(at - shown) > 0.08 * end)
  return [...others.map((at) => ({ at, isValue: false })), { at: shown, isValue: true }]
}
