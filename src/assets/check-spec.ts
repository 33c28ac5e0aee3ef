import type { CheckSpec } from './spec'

type Words<N extends string> = Pick<CheckSpec, 'description' | 'next'> & { readonly name: N }

/** A check that tells a person what to look at; the run goes on. */
export function warning<const N extends string>(words: Words<N>) {
  return { ...words, severity: 'warn', blocking: false } as const
}

/** A check without which everything downstream would be wrong: it stops that. */
export function stopping<const N extends string>(words: Words<N>) {
  return { ...words, severity: 'error', blocking: true } as const
}
