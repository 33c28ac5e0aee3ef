const origin = ' @ '

/** The words of a column name in lower case, split on `_`, `-`, space and camelCase. */
export function wordsOf(name: string): readonly string[] {
  return baseName(name)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[_\-\s]+/)
    .filter((word) => word !== '')
}

/** Letters and digits only, in lower case: names that differ in signs or accents are the same. */
export function squash(name: string): string {
  return foldAccents(name)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** `São` as `Sao`. Marks of other scripts stay: in them a mark may make another letter. */
export function foldAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
}

/** The name of a column that two files hold with different cells. */
export function nameWithFile(name: string, fileName: string): string {
  return `${name}${origin}${fileName.replace(/(\.(csv|tsv|txt|xlsx|parquet|jsonl?|gz))+$/i, '')}`
}

/** The name without the file it came from, so that `LATITUDE @ market` is still a latitude. */
export function baseName(name: string): string {
  const end = name.indexOf(origin)
  return end <= 0 ? name : name.slice(0, end)
}

/**
 * Whether a column has no name of its own: as a blank header is called here, and by the programs that
 * write the numbers of their rows without one (pandas, R).
 */
export function isUnnamed(name: string): boolean {
  return /^(column \d+( \(\d+\))?|Unnamed: \d+(\.\d+)?|\.\.\.\d+|X)$/.test(baseName(name))
}

/** The name, or the name with the first number from 2 that nothing else has. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(name)) return name
  let n = 2
  while (isTaken(`${name} ${n}`)) n += 1
  return `${name} ${n}`
}
