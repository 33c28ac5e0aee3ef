import { existsSync } from 'node:fs'
import { startVitest } from 'vitest/node'
import { longTests } from './long-tests.mjs'

const gone = longTests.filter((path) => !existsSync(path))
if (gone.length > 0)
  throw new Error(`.ci/long-tests.mjs names what is not there: ${gone.join(', ')}`)

const vitest = await startVitest('test', [...longTests], {
  run: true,
  reporters: ['default', 'json'],
  outputFile: { json: 'reports/long.json' },
})
await vitest.close()
