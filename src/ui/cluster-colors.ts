import type { CSSProperties } from 'react'

/** Petroff's ten, two, then four more: apart from each other with normal and colour-blind eyes. */
export const clusterColors: readonly string[] = [
  '#3f90da',
  '#ffa90e',
  '#bd1f01',
  '#94a4a2',
  '#832db6',
  '#a96b59',
  '#e76300',
  '#b9ac70',
  '#717581',
  '#92dadd',
  '#275d54',
  '#445bfe',
  '#445a38',
  '#685c81',
  '#d87880',
  '#a78db2',
]

/** Ink of the digit on each colour, at least 4.5:1. */
export const clusterInks: readonly string[] = [
  '#08131c',
  '#211500',
  '#ffffff',
  '#10171a',
  '#ffffff',
  '#140b08',
  '#0d1214',
  '#0d1214',
  '#ffffff',
  '#0d1214',
  '#ffffff',
  '#ffffff',
  '#ffffff',
  '#ffffff',
  '#0d1214',
  '#0d1214',
]

export const markShapes = ['circle', 'square', 'triangle', 'diamond', 'cross', 'star'] as const
export type MarkShape = (typeof markShapes)[number]

/** CSS variables of a cluster colour, `index` counted from 0; beyond 16 the colours repeat. */
export function clusterStyle(index: number): CSSProperties {
  const step = (index % clusterColors.length) + 1
  return { '--c': `var(--k${step})`, '--on': `var(--k${step}-on)` }
}

/** Of stores in no cluster, for a canvas. */
export const neutralColor = '#7d858c'

/** Colour as `#rrggbb`, for a canvas. */
export function clusterColor(index: number): string {
  return clusterColors[index % clusterColors.length] ?? '#000000'
}

/** One shape while colour alone is enough, six where there are more than eight clusters. */
export function shapeOf(index: number, nClusters: number): MarkShape {
  if (nClusters <= 8) return 'circle'
  return markShapes[index % markShapes.length] ?? 'circle'
}

/** Outline of a mark: the colour with 38 % black on light, 36 % white on dark. */
export function outlineOf(color: string, scheme: 'light' | 'dark'): string {
  const [other, share] = scheme === 'light' ? [0, 0.38] : [255, 0.36]
  const parts = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16)
    return Math.round(channel * (1 - share) + other * share)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${parts.join('')}`
}
