/**
 * Digits after the point of a text that is nothing but `-`, digits and one point (12, -0.50), or -1
 * for any other text. The common case of every number column, decided without a copy.
 */
export function countPlainDecimals(text: string): number {
  const start = text.charCodeAt(0) === minus ? 1 : 0
  let point = -1
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (isDigitCode(code)) continue
    const isInside = i > start && i < text.length - 1
    if (code !== dot || point !== -1 || !isInside) return -1
    point = i
  }
  if (text.length === start) return -1
  return point === -1 ? 0 : text.length - point - 1
}

export function isDigitCode(code: number): boolean {
  return code >= 48 && code <= 57
}

const minus = 45
const dot = 46
