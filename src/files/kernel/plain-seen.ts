import { decimalsBits, minusBit, notPlain, zeroBit } from './read-digits'

/**
 * Which plain numbers a column has had, a bit each: for every sign and count of decimals the digits as
 * one integer. Far smaller than a table of their texts, so that it stays in the cache.
 */
export type PlainSeen = { readonly sets: Uint8Array[] }

const maxDecimals = 6
/** Larger numbers are kept as texts. */
const largest = 1e7
const nKinds = 16
/** Sets of negative numbers come behind the others. */
const negative = 8
export const nSets = nKinds

export function createPlainSeen(): PlainSeen {
  return { sets: Array.from({ length: nSets }, () => new Uint8Array(32)) }
}

/** The set of a form, -1 of one that is not kept here: 007, or three decimals, which may be a group. */
const setOfForm = Int8Array.from({ length: notPlain + 1 }, (_, form) => {
  const nDecimals = form & decimalsBits
  if ((form & zeroBit) !== 0 || nDecimals === 3 || nDecimals > maxDecimals) return -1
  return (form & minusBit) === 0 ? nDecimals : nDecimals + negative
})

/** The digits and the set of a plain number, as `digits x 16 + set`; -1 where it is not kept here. */
export function plainKey(digits: number, form: number): number {
  const set = setOfForm[form]
  return set === -1 || digits >= largest ? -1 : Math.imul(digits, nKinds) + set
}

export function setOf(key: number): number {
  return key & (nKinds - 1)
}

export function decimalsOf(set: number): number {
  return set & (negative - 1)
}

export function valueOf(key: number): number {
  const set = setOf(key)
  const value = (key - set) / nKinds / tens[decimalsOf(set)]
  return set < negative ? value : 0 - value
}

const tens = Float64Array.of(1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6)

/** True where the number was seen before; else takes note of it. */
export function wasSeen(seen: PlainSeen, key: number): boolean {
  const bits = seen.sets[key & (nKinds - 1)]
  const at = key >> 7
  if (at < bits.length && (bits[at] & (1 << ((key >> 4) & 7))) !== 0) return true
  takeNote(seen, key)
  return false
}

function takeNote({ sets }: PlainSeen, key: number): void {
  const set = setOf(key)
  const bits = sets[set]
  const at = key >> 7
  if (at >= bits.length) {
    sets[set] = new Uint8Array(2 ** Math.ceil(Math.log2(at + 1)))
    sets[set].set(bits)
  }
  sets[set][at] |= 1 << ((key >> 4) & 7)
}

/** The numbers of `seen` that `known` has not, as `plainKey` writes them. */
export function* newKeys(known: PlainSeen, seen: PlainSeen): Generator<number> {
  for (let set = 0; set < nSets; set++) {
    const bits = seen.sets[set]
    const own = known.sets[set]
    for (let at = 0; at < bits.length; at++) {
      let added = bits[at] & ~(own[at] ?? 0)
      for (; added !== 0; added &= added - 1) {
        const digits = 8 * at + 31 - Math.clz32(added & -added)
        yield digits * nKinds + set
      }
    }
  }
}

/** A number as it is written. */
export function textOf(key: number): string {
  const set = setOf(key)
  const digits = (key - set) / nKinds
  const nDecimals = decimalsOf(set)
  const sign = set < negative ? '' : '-'
  if (nDecimals === 0) return `${sign}${digits}`
  const text = String(digits).padStart(nDecimals + 1, '0')
  return `${sign}${text.slice(0, -nDecimals)}.${text.slice(-nDecimals)}`
}

/** Takes note of all numbers of another. */
export function addSeen(seen: PlainSeen, next: PlainSeen): void {
  for (let set = 0; set < nSets; set++) {
    if (next.sets[set].length > seen.sets[set].length) {
      const wider = new Uint8Array(next.sets[set].length)
      wider.set(seen.sets[set])
      seen.sets[set] = wider
    }
    const own = seen.sets[set]
    next.sets[set].forEach((bits, at) => {
      own[at] |= bits
    })
  }
}
