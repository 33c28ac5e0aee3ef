import type { CheckRecord, Source } from './contract'

const msPerDay = 24 * 60 * 60 * 1000

/**
 * Whether the files of an asset were last written recently enough; `null` where there is no limit
 * (in days), or no file tells its age. It is about the moment of the run: part of its record, never
 * of a value.
 */
export function inputAgeCheck(
  sources: readonly Source[],
  limit: number | null,
  now: number,
): CheckRecord | null {
  const oldest = oldestOf(sources)
  if (limit === null || oldest === null) return null
  const days = Math.max(0, Math.floor((now - oldest.modifiedAt) / msPerDay))
  return {
    name: 'input_is_recent',
    description: `Its files were changed in the ${limit} days before the run.`,
    severity: 'warn',
    blocking: false,
    next: 'Add a newer file, or raise max_input_age.',
    passed: days <= limit,
    metadata: { file: oldest.name, age_in_days: days, limit_in_days: limit },
  }
}

function oldestOf(sources: readonly Source[]) {
  let oldest: { readonly name: string; readonly modifiedAt: number } | null = null
  for (const { name, modifiedAt } of sources)
    if (modifiedAt !== undefined && (oldest === null || modifiedAt < oldest.modifiedAt))
      oldest = { name, modifiedAt }
  return oldest
}
