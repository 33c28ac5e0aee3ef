import { defineConfig } from 'vitest/config'

/** The tests beside the functions; comparing with references and long searches says the same again. */
export default defineConfig({
  test: {
    include: ['src/math/**/*.test.ts'],
    exclude: ['src/math/testing/**', 'src/math/best-known.test.ts', 'src/math/parity.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
  },
})
