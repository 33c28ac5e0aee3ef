import type { FileKind } from '../../files/source-profile'

const formatNames: Readonly<Record<FileKind, string>> = {
  text: 'Text',
  xlsx: 'Excel workbook',
  parquet: 'Parquet',
  json: 'JSON list',
  json_lines: 'JSON lines',
}

export function formatName(format: FileKind): string {
  return formatNames[format]
}
