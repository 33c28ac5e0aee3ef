import type { FileBytes } from '../file-bytes'
import { readTexts, type TextSource } from '../read-texts'
import { jsonBroken } from './json-failure'
import { JsonError, parseJsonRow, type JsonRow } from './parse-json-row'
import { createElementSplitter } from './split-elements'
import { createLineSplitter } from './split-lines'

export type JsonSource = TextSource & {
  readonly format: 'json' | 'json_lines'
  /** Told of every piece of text before it is cut into records. */
  readonly onText?: (text: string) => void
}

export type JsonRecord = {
  /** `null` for a line that is no record. */
  readonly row: JsonRow | null
  readonly line: number
  /** The name of the list that holds it, in a file that is one object. */
  readonly key: string | null
}

export type JsonPiece = {
  readonly records: readonly JsonRecord[]
  /** Names of the object around the lists, so far. */
  readonly keys: readonly string[]
}

const mostLength = 4_000_000
const mostNear = 30

/**
 * Every record of a JSON file in order, in one streamed pass; only the one at work is held.
 * @throws FileError where the JSON is broken, with the line; a broken line of JSON lines is `null`
 * @throws EncodingError where `isStrict` and the bytes are not of the encoding
 */
export async function* readRecords(blob: FileBytes, source: JsonSource): AsyncGenerator<JsonPiece> {
  const cut = source.format === 'json' ? cutElements(source.name) : cutLines(source.name)
  for await (const text of readTexts(blob, source)) {
    source.onText?.(text)
    yield cut.push(text)
  }
  yield cut.end()
}

type RecordCutter = {
  readonly push: (text: string) => JsonPiece
  readonly end: () => JsonPiece
}

function cutElements(name: string): RecordCutter {
  const splitter = createElementSplitter(mostLength)
  const onLine = <T>(read: () => T): T => {
    try {
      return read()
    } catch (error) {
      throw error instanceof JsonError ? jsonBroken(name, error.at, error.message) : error
    }
  }
  return {
    push: (text) => {
      const elements = onLine(() => splitter.push(text))
      return {
        records: elements.map((element) => ({ ...element, row: parseElement(name, element) })),
        keys: splitter.keys(),
      }
    },
    end: () => {
      onLine(splitter.end)
      return { records: [], keys: splitter.keys() }
    },
  }
}

function parseElement(
  name: string,
  { text, line }: { readonly text: string; readonly line: number },
): JsonRow | null {
  // Lists of numbers or words are no table; whether that matters is known when all are seen.
  if (text[0] !== '{' && text[0] !== '[') return null
  try {
    return parseJsonRow(text)
  } catch (error) {
    if (!(error instanceof JsonError)) throw error
    const faultLine = line + text.slice(0, error.at).split('\n').length - 1
    throw jsonBroken(name, faultLine, `${error.message}${nearOf(text, error.at)}`)
  }
}

/** The text at the fault: a document may be one long line. */
function nearOf(text: string, at: number): string {
  const near = text.slice(at, at + mostNear).split('\n')[0]
  return near === '' ? '' : `, at ${JSON.stringify(near)}`
}

function cutLines(name: string): RecordCutter {
  const splitter = createLineSplitter()
  const read = (lines: ReturnType<typeof splitter.push>): JsonPiece => ({
    records: lines.map(({ text, line }) => ({ row: parseLine(text), line, key: null })),
    keys: [],
  })
  let nLines = 0
  return {
    push: (text) => {
      const lines = splitter.push(text)
      nLines = lines.at(-1)?.line ?? nLines
      if (splitter.nPending() > mostLength) {
        throw jsonBroken(name, nLines + 1, `it is longer than ${mostLength} characters`)
      }
      return read(lines)
    },
    end: () => read(splitter.end()),
  }
}

export function parseLine(text: string): JsonRow | null {
  try {
    return parseJsonRow(text)
  } catch (error) {
    if (error instanceof JsonError) return null
    throw error
  }
}
