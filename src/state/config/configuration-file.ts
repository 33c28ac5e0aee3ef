/** A file that holds settings, not rows: by its ending, and for JSON by what is in it. */
export async function isConfigurationFile({
  name,
  blob,
}: {
  readonly name: string
  readonly blob: Blob
}): Promise<boolean> {
  if (/\.ya?ml$/i.test(name)) return true
  if (!/\.json$/i.test(name) || blob.size > largestSettings) return false
  try {
    const value: unknown = JSON.parse(await blob.text())
    return typeof value === 'object' && value !== null && telling.some((key) => key in value)
  } catch {
    return false
  }
}

/** Bytes; a configuration is a few thousand of them. */
const largestSettings = 1_000_000

/** Keys that settings begin with, and rows do not. */
const telling = ['job_params', 'readers', 'environments', 'preset', 'overrides']
