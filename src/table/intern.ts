import { detachText } from './detach-text'

/** Gives every distinct text a small integer: 0, 1, 2 ... in the order of first sight. */
export type Interner = {
  readonly codeOf: (text: string) => number
  /** `levels[code]` is the text; grows as new texts come. */
  readonly levels: readonly string[]
}

export function createInterner(): Interner {
  const codes = new Map<string, number>()
  const levels: string[] = []
  return {
    codeOf: (text) => {
      const known = codes.get(text)
      if (known !== undefined) return known
      const code = levels.length
      const level = detachText(text)
      codes.set(level, code)
      levels.push(level)
      return code
    },
    levels,
  }
}
