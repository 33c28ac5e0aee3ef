/** How many cases a law is tried on, and from which on: `npm run laws` sets both. */
const [from, count] = [process.env['LAW_FROM'] ?? '0', process.env['LAW_SEEDS'] ?? '100'].map(
  Number,
)

/** Numbers of the cases; a law that takes long may ask for one in so many. */
export function lawSeeds(oneIn = 1): readonly number[] {
  return Array.from({ length: Math.ceil(count / oneIn) }, (_, i) => from + i)
}

/** As long as so many cases may take on a machine that is busy. */
export const lawTimeout = 60_000 + 1000 * count
