import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { clusterColors, clusterInks } from './cluster-colors'
import { contrastRatio } from './testing/color-distance'

const sheet = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

function tokensOf(selector: string): ReadonlyMap<string, string> {
  const start = sheet.indexOf(selector)
  const block = sheet.slice(start, sheet.indexOf('\n}', start))
  return new Map(
    [...block.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [
      name,
      longHex(value),
    ]),
  )
}

function longHex(value: string): string {
  return /^#[0-9a-f]{3}$/.test(value) ? value.replace(/[0-9a-f]/g, '$&$&') : value
}

const grounds = ['surface', 'ground', 'sunken', 'raised', 'hover']

describe.each(['light', 'dark'])('tokens, %s', (scheme) => {
  const tokens = tokensOf(`[data-mantine-color-scheme='${scheme}']`)
  const ratio = (a: string, b: string) => contrastRatio(tokens.get(a) ?? '', tokens.get(b) ?? '')

  test.each(['ink', 'ink-2', 'ink-3', 'accent', 'warn', 'fail'])(
    '%s is readable on every ground',
    (ink) => {
      for (const ground of grounds) expect(ratio(ink, ground)).toBeGreaterThanOrEqual(4.5)
    },
  )

  test.each([
    ['accent-on', 'accent-fill'],
    ['accent', 'accent-soft'],
    ['warn', 'warn-soft'],
    ['fail', 'fail-soft'],
    ['ink', 'accent-soft'],
  ])('%s is readable on %s', (ink, fill) => {
    expect(ratio(ink, fill)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(['edge', 'warn-mark', 'fail-mark'])('%s is seen where controls stand', (mark) => {
    for (const ground of ['surface', 'ground', 'sunken'])
      expect(ratio(mark, ground)).toBeGreaterThanOrEqual(3)
  })

  test('every step of the heat scales carries a readable number', () => {
    const steps = [...'012345678']
      .map((step) => `d${step}`)
      .concat([...'012345'].map((step) => `q${step}`))
    for (const step of steps) expect(ratio(`${step}-on`, step)).toBeGreaterThanOrEqual(4.5)
  })
})

test('the style sheet and the canvas have the same cluster colours', () => {
  const tokens = tokensOf(':root')
  expect(clusterColors.map((_, i) => tokens.get(`k${i + 1}`))).toEqual(clusterColors)
  expect(clusterInks.map((_, i) => tokens.get(`k${i + 1}-on`))).toEqual(clusterInks)
})
