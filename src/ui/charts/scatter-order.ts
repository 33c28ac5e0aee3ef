/**
 * A fixed shuffle of 0 .. n-1 (Fisher-Yates over a linear congruential generator, Numerical
 * Recipes), so that no cluster lies on top and every drawing is the same.
 */
export function shuffledOrder(n: number): Uint32Array {
  const order = Uint32Array.from({ length: n }, (_, i) => i)
  let state = 20_260_101
  for (let i = n - 1; i > 0; i--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const j = Math.floor((state / 2 ** 32) * (i + 1))
    const kept = order[i] ?? 0
    order[i] = order[j] ?? 0
    order[j] = kept
  }
  return order
}
