import { expect, test } from 'vitest'
import { nearestTests } from './nearest-tests.mjs'

const files = new Map([
  ['m/sum.ts', ''],
  ['m/mean.ts', "import { sum } from './sum'\nimport { half } from './part/half'\n"],
  ['m/part/half.ts', "import { sum } from '../sum'\n"],
  ['m/mean.test.ts', "import { mean } from './mean'\n"],
  ['m/sum.test.ts', "import {\n  sum,\n} from './sum'\n"],
  ['m/part/parts.test.ts', "import { half } from './half'\nimport { sum } from '../sum'\n"],
  ['m/one.ts', "import { two } from './two'\n"],
  ['m/two.ts', "import { three } from './three'\n"],
  ['m/three.ts', ''],
  ['m/one.test.ts', "import { one } from './one'\n"],
  ['m/alone.ts', ''],
])
const testsOf = nearestTests([...files.keys()], (path) => files.get(path) ?? '')

test('the tests of a file are the one of its name', () => {
  expect(testsOf('m/sum.ts')).toEqual(['m/sum.test.ts'])
})

test('without one they are those that import it, and those of the files that import it', () => {
  expect(testsOf('m/part/half.ts')).toEqual(['m/mean.test.ts', 'm/part/parts.test.ts'])
})

test('without those they are the tests around the files that import it', () => {
  expect(testsOf('m/three.ts')).toEqual(['m/one.test.ts'])
})

test('what nothing imports has none', () => {
  expect(testsOf('m/alone.ts')).toEqual([])
})
