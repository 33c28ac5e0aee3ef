import { type KeyLines, keyLinesOf } from './key-lines'
import { parseYaml } from './parse-yaml'
import { type Variable, variablesIn } from './resolve-variables'

/** What an editor marks in a text: the lines of its keys, and the variables it asks for. */
export type TextFacts = {
  readonly lines: readonly KeyLines[]
  readonly variables: readonly Variable[]
}

/** Also of a text that has faults, as far as it can be read. */
export function textFacts(text: string): TextFacts {
  const parsed = parseYaml(text)
  return { lines: keyLinesOf(text), variables: parsed.ok ? variablesIn(parsed.value) : [] }
}
