/** A sign that XML 1.0 has no place for, or that its readers change: a lone CR becomes LF. */
const illegal = '\\u0000-\\u0008\\u000b-\\u001f\\ufffe\\uffff\\ud800-\\udfff'

/**
 * Such a sign, or the `_` of a text that reads like an escape, also where it only does once the sign
 * after it is escaped. With the flag u a surrogate matches only where it is alone.
 */
const toEscape = new RegExp(`_(?=x[0-9A-Fa-f]{4}[_${illegal}])|[${illegal}]`, 'gu')

/**
 * A text as the content of an element of a workbook. `_xHHHH_` stands for a code unit
 * (ECMA-376 part 1, 22.9.2.19), so that every text comes back, NUL and lone surrogates too.
 */
export function xlsxText(text: string): string {
  return xmlText(text.replace(toEscape, escapeUnit))
}

export function xmlText(text: string): string {
  if (!/[&<>"]/.test(text)) return text
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function escapeUnit(sign: string): string {
  return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}
