/** Labels as the numbers 0, 1, ... in the order in which they first appear. */
export function labelCodes(labels: readonly string[]): {
  readonly codes: Int32Array
  readonly nLabels: number
} {
  const codeOf = new Map([...new Set(labels)].map((label, code) => [label, code]))
  return {
    codes: Int32Array.from(labels, (label) => codeOf.get(label) ?? -1),
    nLabels: codeOf.size,
  }
}
