import { configDefaults, defineConfig } from 'vitest/config'
import { longTests } from './.ci/long-tests.mjs'
import { assemblyScript } from './.ci/vite-plugins.mjs'

const isCounted = process.argv.includes('--coverage')

export default defineConfig({
  plugins: [assemblyScript()],
  test: {
    include: ['src/**/*.test.{ts,tsx}', '.ci/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(isCounted ? longTests : [])],
    environment: 'node',
    // A thread starts faster than a process, and the tests may have every core.
    pool: 'threads',
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    coverage: {
      provider: 'v8',
      reportsDirectory: 'reports/coverage',
      reporter: ['text-summary', 'json-summary'],
      include: ['src/{math,table,files,config,assets,runs}/**/*.ts'],
      // Entries of threads: the end-to-end tests run them, where threads exist.
      exclude: ['**/*.test.ts', '**/*.d.ts', '**/*.worker.ts', 'src/runs/contract.ts'],
      thresholds: {
        'src/math/**': { lines: 95, branches: 90 },
        'src/table/**': { lines: 90, branches: 85 },
        'src/files/**': { lines: 90, branches: 85 },
        'src/config/**': { lines: 90, branches: 85 },
        'src/assets/**': { lines: 90, branches: 80 },
        'src/runs/**': { lines: 80, branches: 75 },
      },
    },
  },
})
