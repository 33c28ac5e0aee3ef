import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkBoundaries } from './boundaries.mjs'

/**
 * Breaks every rule once in a temporary copy of src, and uses every allowed arrow once; one cruise
 * over the copy then has to name each broken rule at its file, and none of the allowed ones.
 * The table is written again here, so that a slip of the table is seen.
 */
const folders = [
  'math',
  'table',
  'files',
  'assets',
  'config',
  'runs',
  'state',
  'ui',
  'views',
  'cli',
  'sample',
] as const
type Folder = (typeof folders)[number]

const mayImport: Readonly<Record<Folder, readonly Folder[]>> = {
  math: [],
  table: ['math'],
  files: ['table'],
  assets: ['table', 'math'],
  config: ['assets'],
  runs: ['assets', 'table', 'files', 'config'],
  state: ['runs', 'assets', 'config', 'files', 'table'],
  ui: [],
  views: ['state', 'ui'],
  cli: ['runs', 'assets', 'config', 'files', 'table'],
  sample: ['math'],
}
const mayImportTypes: Readonly<Partial<Record<Folder, readonly Folder[]>>> = {
  views: ['runs', 'assets', 'table', 'math', 'files', 'config'],
}

type Plant = { readonly path: string; readonly text: string; readonly rule: string | null }

const arrowPlants = folders.flatMap((from) =>
  folders.filter((to) => to !== from).flatMap((to) => arrowPlantsOf(from, to)),
)

function arrowPlantsOf(from: Folder, to: Folder): readonly Plant[] {
  const values = `import { value } from '../${to}/planted-target'\nexport const again = value\n`
  const types = `import type { Value } from '../${to}/planted-target'\nexport type Again = Value\n`
  const path = (kind: string) => `src/${from}/planted-${kind}-of-${to}.ts`
  if (mayImport[from].includes(to)) return [{ path: path('values'), text: values, rule: null }]
  if (mayImportTypes[from]?.includes(to))
    return [
      { path: path('types'), text: types, rule: null },
      { path: path('values'), text: values, rule: `types-only-from-${to}-to-${from}` },
    ]
  return [
    { path: path('values'), text: values, rule: `arrows-of-${from}` },
    { path: path('types'), text: types, rule: `arrows-of-${from}` },
  ]
}

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>
}

/** The command line is no library's home. */
const libraryPlants: readonly Plant[] = Object.keys(dependencies).map((library) => ({
  path: `src/cli/planted-${library.replaceAll(/\W/g, '-')}.ts`,
  text: `export * from '${entryOf(library)}'\n`,
  rule: homeOf(library),
}))

function entryOf(library: string): string {
  return library.startsWith('@fontsource') ? `${library}/wght.css` : library
}

function homeOf(library: string): string {
  if (library.startsWith('@')) return `home-of-${library.split('/')[0] ?? library}`
  return library.startsWith('d3-') ? 'home-of-d3-*' : `home-of-${library}`
}

const target = '\nexport const made = 1\n'
const shapePlants: readonly Plant[] = [
  {
    path: 'src/math/planted-circle-a.ts',
    text: `import { b } from './planted-circle-b'\nexport const a = () => b()\n`,
    rule: 'no-circular',
  },
  {
    path: 'src/math/planted-circle-b.ts',
    text: `import { a } from './planted-circle-a'\nexport const b = (): unknown => a()\n`,
    // One circle is one violation, named at its first file.
    rule: null,
  },
  { path: 'src/math/planted-nowhere.ts', text: `import './nowhere'\n`, rule: 'no-unresolved' },
  {
    path: 'src/cli/planted-library.ts',
    text: `import 'fast-check'\n`,
    rule: 'home-of-every-library',
  },
  { path: 'src/files/planted-node.ts', text: `import 'node:fs'\n`, rule: 'home-of-node' },
  {
    path: 'src/assets/definitions.ts',
    text: `import './planted/stage/compute'${target}`,
    rule: null,
  },
  { path: 'src/assets/planted/stage/compute.ts', text: `import './own-step'${target}`, rule: null },
  { path: 'src/assets/planted/stage/own-step.ts', text: target, rule: null },
  {
    path: 'src/assets/planted/other/compute.ts',
    text: `import '../stage/compute'${target}`,
    rule: 'compute-only-through-definitions',
  },
  {
    path: 'src/runs/planted-shortcut.ts',
    text: `import '../assets/planted/stage/compute'\n`,
    rule: 'compute-only-through-definitions',
  },
  {
    path: 'src/state/planted-definitions.ts',
    text: `import '../assets/definitions'\n`,
    rule: 'definitions-only-in-worker-and-cli',
  },
  {
    path: 'src/runs/worker/planted-definitions.ts',
    text: `import '../../assets/definitions'\n`,
    rule: null,
  },
  {
    path: 'src/assets/planted/stage/spec.ts',
    text: `import { value } from '../../../math/planted-target'\nexport const spec = value\n`,
    rule: 'specs-are-data',
  },
  {
    path: 'src/views/planted-a/planted-a-view.ts',
    text: `import '../planted-b/planted-b-view'\n`,
    rule: 'views-do-not-import-views',
  },
  { path: 'src/views/planted-b/planted-b-view.ts', text: target, rule: null },
  {
    path: 'src/math/planted-testing.ts',
    text: `import './testing/planted-chain'\n`,
    rule: 'testing-only-in-tests',
  },
  { path: 'src/math/testing/planted-chain.ts', text: target, rule: null },
]

const plants = [...arrowPlants, ...libraryPlants, ...shapePlants]
const root = mkdtempSync(join(tmpdir(), 'boundaries-'))
const reported = new Map<string, Set<string>>()
let counts = { nModules: 0, nFiles: 0 }

beforeAll(async () => {
  cpSync('src', join(root, 'src'), { recursive: true })
  symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'), 'junction')
  for (const folder of folders)
    plant(`src/${folder}/planted-target.ts`, 'export const value = 1\nexport type Value = number\n')
  for (const { path, text } of plants) plant(path, text)
  const { violations, ...rest } = await checkBoundaries(root)
  counts = rest
  for (const { rule, from } of violations)
    reported.set(from, (reported.get(from) ?? new Set()).add(rule))
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

function plant(path: string, text: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

describe('the boundary check', () => {
  test.each(plants.filter(({ rule }) => rule !== null))(
    'names $rule at $path',
    ({ path, rule }) => {
      expect([...(reported.get(path) ?? [])]).toContain(rule)
    },
  )

  test('lets every allowed arrow pass', () => {
    const refused = plants.filter(({ path, rule }) => rule === null && reported.has(path))
    expect(refused.map(({ path }) => path)).toEqual([])
  })

  test('sees every file of src', () => {
    expect(counts.nFiles).toBeGreaterThan(plants.length)
    expect(counts.nModules).toBe(counts.nFiles)
  })
})
