export type TextLine = { readonly text: string; readonly line: number }

export type LineSplitter = {
  readonly push: (text: string) => readonly TextLine[]
  readonly end: () => readonly TextLine[]
  /** Signs that wait for the end of their line. */
  readonly nPending: () => number
}

/** Cuts a text that comes in pieces into the lines that are not blank. */
export function createLineSplitter(): LineSplitter {
  let rest = ''
  let line = 1
  const take = (text: string): TextLine[] => {
    const parts = text.split('\n')
    rest = parts.pop() ?? ''
    return parts.flatMap((part) => {
      const found = { text: part, line: line++ }
      return part.trim() === '' ? [] : [found]
    })
  }
  return {
    push: (text) => take(rest + text),
    end: () => (rest === '' ? [] : take(`${rest}\n`)),
    nPending: () => rest.length,
  }
}
