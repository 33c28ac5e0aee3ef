const words = new Set(['true', 'false', 'yes', 'no', 'y', 'n'])

/** True for true/false, yes/no, y/n without case; never for 0 and 1, which stay numbers. */
export function isBoolean(text: string): boolean {
  return text.length <= 7 && words.has(text.trim().toLowerCase())
}
