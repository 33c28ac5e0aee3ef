import { parseArgs } from 'node:util'
import { timeShapes } from './shapes/time-shapes.mjs'

const usage = `Usage: npm run shapes -- [--only PATTERN]

  --only PATTERN  shapes whose name matches; a regular expression, upper or lower case`

/** Exit code 1 where time grows faster than it may, 2 where the command was not understood. */
const only = patternOrExit()
process.exitCode = (await timeShapes(only)) ? 0 : 1

function patternOrExit() {
  try {
    const { values } = parseArgs({ options: { only: { type: 'string' } } })
    return values.only === undefined ? null : new RegExp(values.only, 'i')
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    process.exit(2)
  }
}
