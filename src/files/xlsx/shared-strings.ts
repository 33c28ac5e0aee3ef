import { scanPart, type Workbook } from './workbook'

/** The texts that the cells of a workbook name by number, in order; readings aids are left out. */
export async function readSharedStrings(name: string, book: Workbook): Promise<readonly string[]> {
  const texts: string[] = []
  if (book.strings === null) return texts
  let text = ''
  let isText = false
  let isAid = false
  const handler = {
    open: (element: string) => {
      if (element === 'si') text = ''
      else if (element === 'rPh') isAid = true
      else if (element === 't') isText = !isAid
    },
    close: (element: string) => {
      if (element === 'si') texts.push(unescapeSigns(text))
      else if (element === 'rPh') isAid = false
      else if (element === 't') isText = false
    },
    text: (piece: string) => {
      if (isText) text += piece
    },
  }
  const source = { name, zip: book.zip }
  for await (const _ of scanPart(source, book.strings, handler));
  return texts
}

/** `_x000D_` stands for a sign that XML cannot hold, `_x005F_` for a plain underscore before one. */
export function unescapeSigns(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  )
}
