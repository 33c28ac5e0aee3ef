/** How the names of files end that are offered first; the content decides what they are. */
export const readableEndings = [
  '.csv',
  '.tsv',
  '.txt',
  '.gz',
  '.xlsx',
  '.parquet',
  '.json',
  '.jsonl',
  '.ndjson',
] as const

/** Whether a file of a folder is listed: a table by its name, and no scrap of another program. */
export function isReadableName(name: string): boolean {
  if (name.startsWith('.') || name.startsWith('~')) return false
  return readableEndings.some((ending) => name.toLowerCase().endsWith(ending))
}
