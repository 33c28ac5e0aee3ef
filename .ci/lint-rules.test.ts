import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** Lines that our own rules name, and lines beside them that they leave alone. */
const engineMath = [
  'Math.log(x)',
  'Math.log1p(x)',
  'Math.exp(x)',
  'Math.pow(x, 3)',
  'Math.hypot(x, 4)',
  'Math.cbrt(x)',
  'Math.tanh(x)',
  "Math['asinh'](x)",
  '[x].map(Math.log2)[0]',
  'x ** 3',
  '2 ** x',
]
const exact = ['Math.sqrt(x)', 'Math.abs(x)', 'Math.floor(x)', 'x ** 2', '2 ** -51', 'Math.LN2']
const overflowing = ['Math.max(...[x])']

const root = mkdtempSync(join(tmpdir(), 'lint-'))
const at = (path: string, expressions: readonly string[]) =>
  expressions.map((expression, i) => ({ path: `${path}-${i}.ts`, expression }))
const plants = [
  ...at('src/math/planted', engineMath),
  ...at('src/assets/group/planted', engineMath),
  ...at('src/math/exact', exact),
  ...at('src/views/planted', engineMath),
  ...at('src/files/spread', overflowing),
]
const found = new Map<string, string>()

beforeAll(() => {
  for (const path of ['.oxlintrc.json', '.ci/lint-rules.mjs']) cpSync(path, join(root, path))
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
  for (const { path, expression } of plants) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), `export const f = (x: number) => ${expression}\n`)
  }
  const { stdout } = spawnSync('node_modules/.bin/oxlint', ['-f', 'json', 'src'], {
    cwd: root,
    encoding: 'utf8',
  })
  const { diagnostics } = JSON.parse(stdout)
  for (const { code, filename } of diagnostics)
    if (code.startsWith('project(')) found.set(filename, code)
})

afterAll(() => {
  rmSync(root, { recursive: true })
})

/** The rules that were named, by what was planted there. */
function rulesIn(folder: string) {
  return plants
    .filter(({ path }) => path.startsWith(folder))
    .map(({ path, expression }) => [expression, found.get(path) ?? null])
}

describe('lint rules of the project', () => {
  test.each(['src/math/planted', 'src/assets/group/planted'])(
    'functions that engines compute apart are refused: %s',
    (folder) => {
      expect(rulesIn(folder)).toEqual(engineMath.map((e) => [e, 'project(no-engine-math)']))
    },
  )

  test('what every engine computes alike is not', () => {
    expect(rulesIn('src/math/exact')).toEqual(exact.map((e) => [e, null]))
  })

  test('a screen may use what it likes', () => {
    expect(rulesIn('src/views')).toEqual(engineMath.map((e) => [e, null]))
  })

  test('a list is not spread into the arguments of Math', () => {
    expect(rulesIn('src/files')).toEqual(
      overflowing.map((e) => [e, 'project(no-spread-into-math)']),
    )
  })
})
