/** `key[partition]`: names one asset of one partition in selections, logs and files. */
export function assetId(ref: { readonly key: string; readonly partition: string | null }): string {
  return ref.partition === null ? ref.key : `${ref.key}[${ref.partition}]`
}

/** Where the cache holds the value of an asset: its id and the version of what it is made of. */
export function addressOf(
  ref: { readonly key: string; readonly partition: string | null },
  dataVersion: string,
): string {
  return `${assetId(ref)}@${dataVersion}`
}
