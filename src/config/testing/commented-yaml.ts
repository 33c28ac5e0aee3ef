import { isMap, type PlainMap } from '../fault'
import { inlineYaml } from '../yaml-text'

export type CommentedYaml = {
  readonly text: string
  /** Comments behind a value, with the path of its key. */
  readonly behind: readonly { readonly text: string; readonly path: readonly string[] }[]
  /** Comments that have a line of their own. */
  readonly own: readonly string[]
}

/** A document as a person might write it: what comes next is decided by `choices`, again and again. */
export function commentedYaml(document: PlainMap, choices: readonly number[]): CommentedYaml {
  const lines: string[] = []
  const behind: { text: string; path: readonly string[] }[] = []
  const own: string[] = []
  let n = 0
  const choose = (among: number) => (choices[n++ % choices.length] ?? 0) % among
  const comment = () => `# note ${own.length + behind.length}: "it" {is} 'so'`
  const above = (indent: string) => {
    if (choose(4) === 0) lines.push('')
    if (choose(3) !== 0) return
    own.push(comment())
    lines.push(`${indent}${own.at(-1)}`)
  }
  const tail = (path: readonly string[]) => {
    if (choose(3) !== 0) return ''
    const text = comment()
    behind.push({ text, path })
    return `${' '.repeat(1 + choose(3))}${text}`
  }
  const write = (map: PlainMap, path: readonly string[], indent: string) => {
    for (const [key, value] of Object.entries(map)) {
      const at = [...path, key]
      above(indent)
      const name = choose(5) === 0 ? JSON.stringify(key) : inlineYaml(key, false)
      if (isMap(value) && Object.keys(value).length > 0 && choose(3) > 0) {
        lines.push(`${indent}${name}:${tail(at)}`)
        write(value, at, `${indent}${' '.repeat(2 + choose(3))}`)
      } else if (Array.isArray(value) && value.length > 0 && choose(2) === 0) {
        lines.push(`${indent}${name}:${tail(at)}`)
        for (const item of value) lines.push(`${indent}- ${inlineYaml(item, choose(2) === 0)}`)
      } else lines.push(`${indent}${name}: ${inlineYaml(value, choose(2) === 0)}${tail(at)}`)
    }
  }
  write(document, [], '')
  above('')
  return { text: lines.join('\n') + (choose(2) === 0 ? '\n' : ''), behind, own }
}
