import type { JsonSource } from './json-records'
import { parseLine } from './json-records'
import { JsonError } from './parse-json-row'
import { createElementSplitter } from './split-elements'

/**
 * Whether the head of a text is JSON: a document with a list, or one record a line; `null` for any
 * other text. A header such as `[Store],[Sales]` is no JSON.
 */
export function sniffJson(head: string, isWhole: boolean): JsonSource['format'] | null {
  const text = head.trimStart()
  if (text[0] !== '{' && text[0] !== '[') return null
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const complete = (isWhole ? lines : lines.slice(0, -1)).slice(0, 20)
  const nRecords = complete.filter((line) => parseLine(line) !== null).length
  // One line alone is a record only if it is no list of records.
  if (nRecords > complete.length / 2 && (complete.length > 1 || !holdsList(text, isWhole))) {
    return text[0] === '{' || complete.length > 1 ? 'json_lines' : null
  }
  return holdsList(text, isWhole) || (isWhole && isClosed(text)) ? 'json' : null
}

/** True where the first complete element of a list is a record, or the first is not complete. */
function holdsList(text: string, isWhole: boolean): boolean {
  try {
    const splitter = createElementSplitter(text.length + 1)
    const elements = splitter.push(text)
    const record = elements.find((element) => element.text[0] === '{' || element.text[0] === '[')
    if (record !== undefined) return parseLine(record.text) !== null || isRecordList(text)
    return !isWhole && /^(?:\[\s*[[{]|\{\s*")/.test(text)
  } catch (error) {
    if (error instanceof JsonError) return /^[[{]\s*[[{"]/.test(text)
    throw error
  }
}

/** No header of a CSV begins so: a record that is broken is told as broken JSON. */
function isRecordList(text: string): boolean {
  return /^\[\s*\{\s*"(?:[^"\\\n]|\\.)*"\s*:/.test(text)
}

function isClosed(text: string): boolean {
  if (!/^\{\s*["}]/.test(text)) return false
  try {
    const splitter = createElementSplitter(text.length + 1)
    splitter.push(text)
    splitter.end()
    return true
  } catch (error) {
    if (error instanceof JsonError) return false
    throw error
  }
}
