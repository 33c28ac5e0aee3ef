import { defineConfig } from 'vite'
import { assemblyScript } from './.ci/vite-plugins.mjs'

/** The command line: its entry and the entry of its threads, for Node, with all they import. */
export default defineConfig({
  publicDir: false,
  plugins: [assemblyScript()],
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: 'dist-cli',
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: {
      input: { main: 'src/cli/main.ts', 'task.worker': 'src/cli/task.worker.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
