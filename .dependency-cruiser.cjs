/**
 * The arrows of the project (README, "The arrows"), as two objects and the rules made from them.
 * `main.tsx`, the composition root, is free; tests may import across.
 */

/** Folder -> what it may import; `types` are folders it may import types from, and nothing else. */
const arrows = {
  math: { values: [], types: [] },
  table: { values: ['math'], types: [] },
  files: { values: ['table'], types: [] },
  assets: { values: ['table', 'math'], types: [] },
  config: { values: ['assets'], types: [] },
  runs: { values: ['assets', 'table', 'files', 'config'], types: [] },
  state: { values: ['runs', 'assets', 'config', 'files', 'table'], types: [] },
  ui: { values: [], types: [] },
  views: {
    values: ['state', 'ui'],
    types: ['runs', 'assets', 'table', 'math', 'files', 'config'],
  },
  cli: { values: ['runs', 'assets', 'config', 'files', 'table'], types: [] },
  sample: { values: ['math'], types: [] },
}

/** Library -> the paths under src that may import it. A library that is not here is refused. */
const homes = {
  'ml-kmeans': ['math/'],
  'ml-pca': ['math/'],
  'ml-matrix': ['math/'],
  'pure-rand': ['math/'],
  'umap-js': ['math/umap\\.ts'],
  papaparse: ['files/'],
  'hash-wasm': ['files/'],
  fflate: ['files/'],
  hyparquet: ['files/'],
  'hyparquet-compressors': ['files/'],
  'hyparquet-writer': ['files/'],
  valibot: ['assets/'],
  yaml: ['config/'],
  comlink: ['runs/worker/'],
  idb: ['runs/cache/'],
  zustand: ['state/'],
  react: ['ui/', 'views/', 'state/hooks\\.ts'],
  'react-dom': [],
  'react-error-boundary': ['ui/', 'views/'],
  '@mantine': ['ui/'],
  '@tabler': ['ui/', 'views/'],
  '@fontsource-variable': ['ui/'],
  '@tanstack': ['ui/'],
  recharts: ['ui/charts/'],
  '@xyflow': ['ui/charts/'],
  'd3-[a-z]+': ['ui/charts/'],
}

/** Tests, and what only tests use (a rule below holds that). */
const notTests = ['\\.test\\.tsx?$', '/testing/']
const main = '^src/main\\.tsx$'
/** @param {readonly string[]} folders */
const within = (folders) => `^src/(${folders.join('|')})/`
/** @param {string} name */
const library = (name) => `(^|node_modules/)(@types/)?${name}(/|$)`

/** @typedef {import('dependency-cruiser').IForbiddenRuleType} Rule */

/** @type {readonly Rule[]} */
const arrowRules = Object.entries(arrows).map(([folder, { values, types }]) => ({
  name: `arrows-of-${folder}`,
  comment: `${folder} may import ${[folder, ...values, ...types].join(', ')} and nothing else of ours.`,
  severity: 'error',
  from: { path: within([folder]), pathNot: notTests },
  to: { path: '^src/', pathNot: within([folder, ...values, ...types]) },
}))

/** @type {readonly Rule[]} */
const typesOnlyRules = Object.entries(arrows).flatMap(([folder, { types }]) =>
  types.map((target) => ({
    name: `types-only-from-${target}-to-${folder}`,
    comment: `${folder} may import types from ${target}, no values.`,
    severity: 'error',
    from: { path: within([folder]), pathNot: notTests },
    to: { path: within([target]), dependencyTypesNot: ['type-only'] },
  })),
)

/** @type {readonly Rule[]} */
const homeRules = Object.entries(homes).map(([name, paths]) => ({
  name: `home-of-${name.replace('[a-z]+', '*')}`,
  comment: `${name} is at home in ${paths.join(', ') || 'main.tsx'}.`,
  severity: 'error',
  from: {
    path: '^src/',
    pathNot: [main, ...notTests, ...paths.map((path) => `^src/${path}`)],
  },
  to: { path: library(name) },
}))

/** Paths whose files are data for both threads: specs, what specs are made of, and the graph. */
const specFiles = [
  '^src/assets/.+/(spec|params)\\.ts$',
  '^src/assets/(spec|specs|schema|source|value|branch|graph|check-spec|shared-checks)\\.ts$',
  // The names of rules by which ids are matched: a list that parameters offer.
  '^src/table/id-rules\\.ts$',
  // The policy that values carry from the stage that has the parameter: a parameter and its words.
  '^src/assets/model-training/outlier-policy\\.ts$',
  // Parts of the values of a spec that have a file of their own.
  '^src/assets/.+/(shape|value)\\.ts$',
]

/** @type {readonly Rule[]} */
const shapeRules = [
  {
    name: 'no-circular',
    comment: 'Data moves to the right, imports to the left: a circle has no direction.',
    severity: 'error',
    from: { path: '^src/' },
    // A circle that one type-only import closes is gone when the code runs.
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-unresolved',
    comment: 'What cannot be found cannot be judged by the other rules.',
    severity: 'error',
    from: { path: '^src/' },
    to: { couldNotResolve: true },
  },
  {
    name: 'home-of-every-library',
    comment: 'A library is given a home in this file before it is imported.',
    severity: 'error',
    from: { path: '^src/', pathNot: notTests },
    to: { path: 'node_modules/', pathNot: Object.keys(homes).map(library) },
  },
  {
    name: 'home-of-node',
    comment: 'Only the command line knows Node.',
    severity: 'error',
    from: { path: '^src/', pathNot: ['^src/cli/', ...notTests] },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'compute-only-through-definitions',
    comment: 'What computes or checks an asset is reached through definitions.ts alone.',
    severity: 'error',
    from: { path: '^(src/.+)/[^/]+$', pathNot: ['^src/assets/definitions\\.ts$', ...notTests] },
    to: { path: '^src/assets/.+/(compute|checks)\\.ts$', pathNot: '^$1/' },
  },
  {
    name: 'definitions-only-in-worker-and-cli',
    comment: 'Numeric code never reaches the page: it runs in workers, or in Node.',
    severity: 'error',
    from: { path: '^src/', pathNot: ['^src/runs/worker/', '^src/cli/', ...notTests] },
    to: { path: '^src/assets/definitions\\.ts$' },
  },
  {
    name: 'specs-are-data',
    comment: 'A spec imports other specs and the schema; types aside, never what computes.',
    severity: 'error',
    from: { path: specFiles },
    to: { path: '^src/', pathNot: specFiles, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'views-do-not-import-views',
    comment: 'A question a user asks can be deleted with its folder.',
    severity: 'error',
    // The shell is the frame that holds them all; its list of screens names each once.
    from: {
      path: '^src/views/([^/]+)/',
      pathNot: ['^src/views/shell/screens\\.tsx$', ...notTests],
    },
    to: { path: '^src/views/[^/]+/', pathNot: '^src/views/$1/' },
  },
  {
    name: 'testing-only-in-tests',
    comment: 'Made-up data and doubles never reach what is shipped.',
    severity: 'error',
    from: { path: '^src/', pathNot: notTests },
    to: { path: '/testing/' },
  },
]

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...arrowRules, ...typesOnlyRules, ...homeRules, ...shapeRules],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.css', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'browser', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
