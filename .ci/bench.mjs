import { readArguments, usage } from './bench/arguments.mjs'

/**
 * Measures, and tells; it is no test: what misses its target does not fail. Exit code 1 where it
 * could not measure, 2 where it was not understood.
 */
const options = optionsOrExit()
const { measure } = options.isSales
  ? await import('./bench/measure-sales.mjs')
  : options.isBrowser
    ? await import('./bench/measure-page.mjs')
    : await import('./bench/measure-engine.mjs')
try {
  await measure(options)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

function optionsOrExit() {
  try {
    return readArguments(process.argv.slice(2))
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    process.exit(2)
  }
}
