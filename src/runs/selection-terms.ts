import type { AnySpec } from '../assets/spec'
import type { AssetPair } from './asset-pairs'
import { jobs } from './jobs'

/** One part of a selection, between commas. */
export type Term = {
  readonly text: string
  readonly name: string
  readonly partition: string | null
  readonly upstream: boolean
  readonly downstream: boolean
}

/** `+name`, then a partition in brackets where one follows, then `+` and the end of the term. */
const headPattern = /\s*(\+?)([^\s,[\]+]+)/y
const tailPattern = /(\+?)\s*(?:,|$)/y
/** A partition that there is not: up to the first bracket that may end a term. */
const unknownPattern = /\[([^]*?)\](?=\+?\s*(?:,|$))/y

/**
 * The terms of a selection, `null` where it is malformed. The pairs tell which partitions there are.
 */
export function readTerms(selection: string, pairs: readonly AssetPair[]): readonly Term[] | null {
  const terms: Term[] = []
  let at = 0
  while (at < selection.length) {
    const head = matchAt(headPattern, selection, at)
    if (head === null) return null
    const [opening, before, name = ''] = head
    const from = at + opening.length
    const partition = readPartition(selection, from, partitionsOf(name, pairs))
    const to = from + (partition === null ? 0 : partition.length + 2)
    const tail = matchAt(tailPattern, selection, to)
    if (tail === null) return null
    const [closing, after] = tail
    const text = selection.slice(at, to + closing.length)
    terms.push({ text, name, partition, upstream: before === '+', downstream: after === '+' })
    at = to + closing.length
  }
  return terms.length === 0 ? null : terms
}

/**
 * The partition in brackets at a place: the longest of the known ones that ends its term there, for
 * names of categories may hold brackets, commas and plus signs.
 */
function readPartition(text: string, at: number, known: readonly string[]): string | null {
  const fitting = known.filter(
    (name) =>
      text.startsWith(`[${name}]`, at) && matchAt(tailPattern, text, at + name.length + 2) !== null,
  )
  const longest = fitting.toSorted((a, b) => b.length - a.length)[0]
  return longest ?? matchAt(unknownPattern, text, at)?.[1] ?? null
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Whether a spec is meant by the name of a job, a group or a key. */
export function isNamed(name: string): (spec: AnySpec) => boolean {
  return jobs.get(name) ?? (({ key, group }) => key === name || group === name)
}

function partitionsOf(name: string, pairs: readonly AssetPair[]): readonly string[] {
  const isMeant = isNamed(name)
  const names = pairs.flatMap(({ spec, partition }) =>
    partition !== null && isMeant(spec) ? [partition] : [],
  )
  return [...new Set(names)]
}
