/** What a file is, is told by the file itself; the kind of a reader only says what is expected. */
export const readerKinds: readonly unknown[] = [
  'CSVReader',
  'ExcelReader',
  'ParquetReader',
  'JSONReader',
]
