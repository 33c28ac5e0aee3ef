import { defineConfig } from 'vitest/config'

/** The tests nearest to the file that is changed. */
export default defineConfig({
  test: {
    include: (process.env['MUTATION_TESTS'] ?? '').split(','),
    environment: 'node',
    setupFiles: '.ci/mutation/end-on-failure.ts',
    testTimeout: 60_000,
  },
})
