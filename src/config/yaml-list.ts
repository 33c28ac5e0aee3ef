import { isNode, type YAMLSeq } from 'yaml'
import { isSame } from './is-same'
import { spanOf } from './yaml-pairs'
import {
  inlineYaml,
  lineEnd,
  lineStart,
  nextLine,
  ownLineComments,
  replaceSpan,
  type Span,
} from './yaml-text'

type Line = Span & { readonly stays: boolean }

/**
 * A list with one item on each line: items that are no longer wanted lose their lines, new ones come
 * last. `null` where no item stays; then the list is better written anew.
 */
export function patchList(text: string, list: YAMLSeq, after: readonly unknown[]): string | null {
  let nKept = 0
  const lines: Line[] = []
  for (const node of list.items) {
    const span = spanOf(node, text)
    if (span === null || !isNode(node)) return null
    const stays = nKept < after.length && isSame(node.toJSON(), after[nKept])
    if (stays) nKept += 1
    const end = nextLine(text, lineEnd(text, span.end))
    lines.push({ start: lineStart(text, span.start), end, stays })
  }
  const [first] = lines
  const dash = first === undefined ? null : /^\s*-\s+/.exec(text.slice(first.start))
  if (dash === null || nKept === 0) return null
  const added = after.slice(nKept).map((value) => `${dash[0]}${inlineYaml(value, false)}\n`)
  return withoutLines(appendLines(text, lines.at(-1)?.end ?? 0, added.join('')), lines)
}

function appendLines(text: string, end: number, added: string): string {
  const isOpen = added !== '' && end === text.length && !text.endsWith('\n')
  return replaceSpan(text, { start: end, end }, isOpen ? `\n${added}` : added)
}

function withoutLines(text: string, lines: readonly Line[]): string {
  const gone = lines.filter(({ stays }) => !stays).toReversed()
  return gone.reduce((kept, line) => replaceSpan(kept, line, linesOfComments(kept, line)), text)
}

function linesOfComments(text: string, span: Span): string {
  return ownLineComments(text, span)
    .map(({ start }) => text.slice(lineStart(text, start), nextLine(text, start)))
    .join('')
}
