import type { CheckMetadata } from '../assets/spec'

/** `features 0, left out 2`: what a check counted; empty where it counted nothing. */
export function figuresOf(metadata: CheckMetadata): string {
  return Object.entries(metadata)
    .map(([name, value]) => `${name.replaceAll('_', ' ')} ${value ?? 'none'}`)
    .join(', ')
}
