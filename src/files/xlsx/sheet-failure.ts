import { FileError } from '../failure'

const saveAgain =
  'Open it in a spreadsheet program, save it again as .xlsx or CSV, and add that file.'

/** What is wrong inside a workbook, as a failure that names the file. */
export function workbookDamaged(name: string, cause: unknown): unknown {
  if (cause instanceof FileError && !cause.failure.code.startsWith('zip_')) return cause
  if (!(cause instanceof FileError || cause instanceof RangeError)) return cause
  return new FileError({
    code: 'workbook_damaged',
    message: `${name}: the workbook cannot be read (${cause.message.replace(/\.$/, '')}).`,
    path: name,
    hint: saveAgain,
  })
}

export function partMissing(part: string): RangeError {
  return new RangeError(`${part} is not in it`)
}

export function partTooLarge(
  name: string,
  part: { readonly name: string; readonly size: number; readonly packedSize: number },
  most: number,
): FileError {
  return new FileError({
    code: 'workbook_too_large',
    message:
      `${name}: ${part.name} would unpack from ${part.packedSize} to ${part.size} bytes; ` +
      `no more than ${most} are read.`,
    path: name,
    hint: 'Save the sheet as CSV, or keep only the columns that are needed, and add that file.',
  })
}

export function noSuchSheet(name: string, sheet: string, sheets: readonly string[]): FileError {
  return new FileError({
    code: 'no_such_sheet',
    message: `${name} has no sheet "${sheet}".`,
    path: name,
    hint: `Choose one of its sheets: ${sheets.map((known) => `"${known}"`).join(', ')}.`,
  })
}

export function noSheets(name: string): FileError {
  return new FileError({
    code: 'no_data_rows',
    message: `${name} is a workbook without a sheet of cells.`,
    path: name,
    hint: 'Put the table on a sheet and save the workbook again.',
  })
}
