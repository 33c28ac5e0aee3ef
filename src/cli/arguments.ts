import { parseArgs, type ParseArgsConfig } from 'node:util'
import { usageError } from './input-error'

type Options = NonNullable<ParseArgsConfig['options']>

/** Options that name files and settings, the same in every command that takes them. */
export const configurationOptions = {
  config: { type: 'string' },
  env: { type: 'string' },
  preset: { type: 'string' },
  set: { type: 'string', multiple: true },
  // A second file of a role is refused by the run, which knows why; never dropped in silence here.
  sales: { type: 'string', multiple: true },
  'product-map': { type: 'string', multiple: true },
  'store-metrics': { type: 'string', multiple: true },
  external: { type: 'string', multiple: true },
} as const satisfies Options

export const outOption = { out: { type: 'string' } } as const satisfies Options
export const jsonOption = { json: { type: 'boolean' } } as const satisfies Options

/** Options and positionals; anything unknown is a fault of the command line. */
export function readArguments<const O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    // Node's advice after the first sentence is about its own syntax.
    if (error instanceof TypeError) throw usageError(`${error.message.split('. ')[0]}.`)
    throw error
  }
}

export function required(value: string | undefined, option: string): string {
  if (value === undefined || value === '') throw usageError(`${option} is missing.`)
  return value
}

export function noPositionals(positionals: readonly string[]): void {
  if (positionals.length > 0) throw usageError(`Unexpected "${positionals.join(' ')}".`)
}
