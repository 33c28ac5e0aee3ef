import { existsSync, readFileSync, readdirSync } from 'node:fs'

/**
 * Budgets over the built page, gzipped: what loads first, all styles, and each chunk that loads
 * later (a screen, a chart, a worker). What is first is read from the built index.html.
 */
const page = 'dist/index.html'
if (!existsSync(page)) throw new Error('dist is missing: run npm run build first')

const html = readFileSync(page, 'utf8')
const first = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(
  ([, path]) => `dist/${path}`,
)
const assets = readdirSync('dist/assets').map((name) => `dist/assets/${name}`)
const styles = assets.filter((path) => path.endsWith('.css'))
const lazy = assets.filter((path) => path.endsWith('.js') && !first.includes(path))

export default [
  { name: 'first JavaScript', path: [...first, 'dist/theme.js'], limit: '200 kB', gzip: true },
  { name: 'styles', path: styles, limit: '45 kB', gzip: true },
  ...lazy.map((path) => ({
    name: path.replace(/^dist\/assets\/(.+)-[\w-]{8}\.js$/, '$1'),
    path,
    limit: '130 kB',
    gzip: true,
  })),
]
