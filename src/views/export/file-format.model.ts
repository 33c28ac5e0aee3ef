import type { TableFormat } from '../../state/export'

type FileFormat = {
  readonly value: TableFormat
  readonly label: string
  /** On the button of a file whose size is not known before it is made. */
  readonly short: string
  /** What it keeps and what it is for. */
  readonly promise: string
}

export const fileFormats: readonly FileFormat[] = [
  { value: 'csv', label: 'CSV', short: 'CSV', promise: 'For tools: ids byte for byte' },
  {
    value: 'csv_excel',
    label: 'CSV for Excel',
    short: 'CSV',
    promise: 'Formulas made harmless',
  },
  {
    value: 'xlsx',
    label: 'Excel workbook',
    short: 'Excel',
    promise: 'Ids as text, no formulas',
  },
  { value: 'parquet', label: 'Parquet', short: 'Parquet', promise: 'Columns with their types' },
  { value: 'json', label: 'JSON', short: 'JSON', promise: 'One object a row' },
]

export function formatOf(value: TableFormat): FileFormat {
  const format = fileFormats.find((known) => known.value === value)
  if (format === undefined) throw new Error(`no file format ${value}`)
  return format
}
