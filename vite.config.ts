import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { host, port } from './.ci/ports.mjs'
import {
  assemblyScript,
  numericFreeStart,
  previewHeaders,
  workerParts,
} from './.ci/vite-plugins.mjs'

export default defineConfig({
  // Relative, so that the built folder works from any static host and any sub-path.
  base: './',
  // Routes live in the hash: a path that is no file is a 404, never the page in disguise.
  appType: 'mpa',
  plugins: [
    react(),
    assemblyScript(),
    numericFreeStart(),
    workerParts(),
    previewHeaders('public/_headers'),
  ],
  worker: { format: 'es', plugins: () => [assemblyScript()] },
  build: {
    // The policy has `font-src 'self'`: a font inlined as data: would be refused.
    assetsInlineLimit: 0,
    // The polyfill uses fetch, which the policy refuses; every supported browser preloads modules.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // Budgets live in .size-limit.mjs, over gzip.
    chunkSizeWarningLimit: 1000,
  },
  server: { host, port, strictPort: true },
  preview: { host, port, strictPort: true, cors: false },
})
