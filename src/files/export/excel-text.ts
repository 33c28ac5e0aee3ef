/**
 * What a spreadsheet may take for the start of a cell: the start of a text, and what follows a sign
 * that parts cells or rows where a semicolon or a tab is the list separator, or where a quote within
 * a line is not honoured.
 */
const starts = '(?<=^|[;\\t\\r\\n])'
/** Blanks and signs without a shape that come before a formula and change nothing. */
const blanks = '[^\\S\\t\\r\\n]|[\\0\\u200b\\ufeff]'
/** A sign of a formula, also full-width (OWASP ASVS 1.2.10). */
const formula = `(?:${blanks})*[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20]`
/** Signs that some spreadsheets skip, or read as a command, at the very start. */
const skipped = "(?<=^'*)[\\t\\r\\0]"

const unsafe = new RegExp(`${starts}(?='*(?:${formula}|${skipped}))`, 'g')
const escaped = new RegExp(`${starts}'(?='*(?:${formula}|${skipped}))`, 'g')

/**
 * An apostrophe before what a spreadsheet would take for a formula, also where there is one already:
 * so that exactly one comes off again. Other text is kept.
 */
export function escapeFormulas(text: string): string {
  return text.replace(unsafe, "'")
}

/** The text that `escapeFormulas` was given. Only for files that this program wrote. */
export function restoreFormulas(text: string): string {
  return text.replace(escaped, '')
}
