import { JsonError } from './parse-json-row'

/** An element of a list in a JSON text; `key` is the list's name where an object holds it. */
export type JsonElement = {
  readonly key: string | null
  readonly text: string
  /** The 1-based line on which it starts. */
  readonly line: number
}

export type ElementSplitter = {
  readonly push: (text: string) => readonly JsonElement[]
  /** @throws JsonError where the text ends before its brackets are closed. */
  readonly end: () => void
  /** The names in an object around the lists, in order. */
  readonly keys: () => readonly string[]
  readonly line: () => number
}

/** Names kept of an object that holds no list. */
const mostKeys = 1000

/**
 * Cuts a JSON text that comes in pieces into the elements of its list: of the array that it is, or of
 * each array that stands directly in the object that it is. Only the element at work is held; what
 * stands in it is read by `parseJsonRow`.
 * @throws JsonError (its `at` is a line) for brackets that do not match and text behind the end
 */
export function createElementSplitter(mostLength: number): ElementSplitter {
  let text = ''
  let at = 0
  let line = 1
  /** The brackets that are open. */
  const open: string[] = []
  let isInText = false
  let isEscaped = false
  let isOver = false
  /** Where the element, or else the name, at work starts; -1 outside. */
  let start = -1
  let startLine = 1
  let isElement = false
  let name = ''
  let key: string | null = null
  const keys: string[] = []

  const isInList = (): boolean =>
    open.at(-1) === '[' && (open.length === 1 || (open.length === 2 && open[0] === '{'))
  const begin = (asElement: boolean): void => {
    start = at
    startLine = line
    isElement = asElement
  }
  const endElement = (): JsonElement => {
    const element = { key, text: text.slice(start, at).trimEnd(), line: startLine }
    start = -1
    return element
  }
  const close = (sign: string): void => {
    const opener = open.pop()
    if (opener !== (sign === '}' ? '{' : '['))
      throw new JsonError(`a "${sign}" closes nothing`, line)
    if (open.length === 0) isOver = true
  }
  /** Inside quotes nothing counts but their end. */
  const passText = (sign: string): void => {
    if (isEscaped) isEscaped = false
    else if (sign === '\\') isEscaped = true
    else if (sign === '"') {
      isInText = false
      if (isElement || start === -1) return
      name = readName(text.slice(start, at + 1))
      start = -1
    }
  }
  const passSign = (sign: string): JsonElement | null => {
    if (isOver && sign.trim() !== '') throw new JsonError('there is more behind its end', line)
    const isListEnd = isInList() && (sign === ',' || sign === ']')
    const element = isListEnd && start !== -1 ? endElement() : null
    if (isListEnd && sign === ',') return element
    if (start === -1 && isInList() && sign.trim() !== '' && sign !== ']') begin(true)
    if (sign === '"') {
      isInText = true
      if (start === -1 && open.length === 1 && open[0] === '{') begin(false)
    } else if (sign === '{' || sign === '[') open.push(sign)
    else if (sign === '}' || sign === ']') close(sign)
    else if (sign === ':' && open.length === 1) {
      key = name
      if (keys.length < mostKeys) keys.push(name)
    }
    return element
  }
  return {
    push: (piece) => {
      const from = start === -1 ? at : start
      text = text.slice(from) + piece
      at -= from
      if (start !== -1) start = 0
      const elements: JsonElement[] = []
      for (; at < text.length; at++) {
        const sign = text[at]
        if (sign === '\n') line++
        const element = isInText ? passText(sign) : passSign(sign)
        if (element) elements.push(element)
      }
      if (start !== -1 && at - start > mostLength) {
        throw new JsonError(`an element is longer than ${mostLength} characters`, startLine)
      }
      return elements
    },
    end: () => {
      if (!isOver) throw new JsonError('it ends before its brackets are closed', line)
    },
    keys: () => keys,
    line: () => line,
  }
}

function readName(quoted: string): string {
  try {
    const name: unknown = JSON.parse(quoted)
    return String(name)
  } catch {
    return quoted.slice(1, -1)
  }
}
