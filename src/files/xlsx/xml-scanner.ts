/** What an XML text holds, in order. Names come without their prefix, text with its entities read. */
export type XmlHandler = {
  /** `attributes` is the text behind the name; a self-closing element is closed right after. */
  readonly open: (name: string, attributes: string) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

export type XmlScanner = {
  readonly push: (text: string) => void
  /** @throws RangeError where the text ends inside a tag or an element. */
  readonly end: () => void
}

/** A tag or a run of text longer than this is no part of a workbook. */
const maxToken = 4_000_000

/**
 * Reads XML that comes in pieces, with flat memory. Comments, instructions and declarations are
 * passed over, so no entity of a document's own is ever expanded.
 */
export function createXmlScanner(handler: XmlHandler): XmlScanner {
  let buffer = ''
  let at = 0
  let depth = 0
  const scan = (): void => {
    for (;;) {
      const start = buffer.indexOf('<', at)
      // Text is cut nowhere but at a tag: an entity may be cut by the piece.
      if (start === -1) return
      if (start > at) handler.text(decodeText(buffer.slice(at, start)))
      at = start
      const end = endOfMarkup(buffer, start)
      if (end === -1) return
      depth += readMarkup(handler, buffer.slice(start, end))
      at = end
    }
  }
  return {
    push: (piece) => {
      buffer = at === buffer.length ? piece : buffer.slice(at) + piece
      at = 0
      scan()
      if (buffer.length - at > maxToken) throw new RangeError('a part without an end')
    },
    end: () => {
      if (depth !== 0 || buffer.indexOf('<', at) !== -1) {
        throw new RangeError('a part of it is cut off')
      }
    },
  }
}

/** The value of an attribute, with any prefix or none; `undefined` where it is not there. */
export function readAttribute(attributes: string, name: string): string | undefined {
  const pattern = patterns.get(name) ?? addPattern(name)
  const found = pattern.exec(attributes)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? undefined : decodeText(value)
}

const patterns = new Map<string, RegExp>()

function addPattern(name: string): RegExp {
  const pattern = new RegExp(String.raw`(?:^|\s)(?:[\w.-]+:)?${name}\s*=\s*(?:"([^"]*)"|'([^']*)')`)
  patterns.set(name, pattern)
  return pattern
}

/** Behind the markup that starts at `start`; -1 where its end has not come yet. */
function endOfMarkup(text: string, start: number): number {
  const second = text[start + 1]
  if (second === undefined) return -1
  if (second === '?') return endAfter(text, '?>', start)
  if (second !== '!') return endOfTag(text, start)
  if (text.length - start < cdata.length) return -1
  if (text.startsWith('<!--', start)) return endAfter(text, '-->', start)
  return text.startsWith(cdata, start) ? endAfter(text, ']]>', start) : endOfTag(text, start)
}

const cdata = '<![CDATA['

function endAfter(text: string, sign: string, start: number): number {
  const end = text.indexOf(sign, start)
  return end === -1 ? -1 : end + sign.length
}

/** A `>` inside the quotes of an attribute ends no tag. */
function endOfTag(text: string, start: number): number {
  let quote = ''
  for (let i = start; i < text.length; i++) {
    const sign = text[i]
    if (quote !== '') {
      if (sign === quote) quote = ''
    } else if (sign === '>') return i + 1
    else if (sign === '"' || sign === "'") quote = sign
  }
  return -1
}

/** Answers with how many elements more are open. */
function readMarkup(handler: XmlHandler, markup: string): number {
  if (markup.startsWith(cdata)) handler.text(markup.slice(cdata.length, -3))
  if (markup[1] === '!' || markup[1] === '?') return 0
  if (markup[1] === '/') {
    handler.close(withoutPrefix(markup.slice(2, -1).trimEnd()))
    return -1
  }
  const isClosed = markup.at(-2) === '/'
  const inner = markup.slice(1, isClosed ? -2 : -1)
  const end = inner.search(/\s/)
  const name = withoutPrefix(end === -1 ? inner : inner.slice(0, end))
  handler.open(name, end === -1 ? '' : inner.slice(end))
  if (!isClosed) return 1
  handler.close(name)
  return 0
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function decodeText(text: string): string {
  const unix = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  return unix.includes('&') ? unix.replace(/&(#?\w+);/g, readEntity) : unix
}

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

function readEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) return entities.get(name) ?? whole
  const code = name[1] === 'x' ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10)
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
}
