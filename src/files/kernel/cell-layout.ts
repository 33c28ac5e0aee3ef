/** Which cells of a record are asked for, and what makes a record odd: one for the general reader. */
export type CellLayout = {
  /** What a byte is to the scan, of 256. */
  readonly kinds: Uint8Array
  /** Per column of the file where its cells go, -1 for a column that nobody asks for. */
  readonly slots: Int16Array
  readonly nSlots: number
  /** A row with fewer cells, one for every slot among them, or more is left to the general reader. */
  readonly minCells: number
  readonly maxCells: number
  /** Where in the file a record may begin at the latest, that offset not among them. */
  readonly until: number
  /** What else makes a row odd, a blank line among it; null where nothing does. */
  readonly ordinary: Ordinary | null
}

export type Ordinary = {
  /** The first cell is not this text. */
  readonly notFirst: Uint8Array | null
  /** The cell here does not begin with a letter; -1 where any cell may. */
  readonly numberColumn: number
}

/** Letters come behind it, and all signs beyond ASCII. */
export const lastNoLetter = 64
/** A longer record may have a cell that is too long: the general reader tells. */
export const maxCellLength = 32_767

/** The kinds of bytes: whatever is no line end and comes last makes a record odd. */
export const plain = 0
export const delimiter = 1
export const endOfLine = 2
export const returnSign = 3
export const quote = 4
export const other = 5
const tab = 9

export function kindsOfBytes(sign: string): Uint8Array {
  const kinds = new Uint8Array(256)
  kinds[sign.charCodeAt(0)] = delimiter
  kinds[10] = endOfLine
  kinds[13] = returnSign
  kinds[34] = quote
  // Signs of control are counted; the first of them also stands behind the end of the bytes.
  for (let code = 0; code < 32; code++)
    if (kinds[code] === plain && code !== tab) kinds[code] = other
  return kinds
}
