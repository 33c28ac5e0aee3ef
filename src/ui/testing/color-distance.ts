export type Rgb = readonly [number, number, number]

/** `#rrggbb` to channels from 0 to 1. */
export function parseColor(hex: string): Rgb {
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255
  return [channel(1), channel(3), channel(5)]
}

function toLinear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}

/** WCAG 2 contrast ratio, 1 to 21. */
export function contrastRatio(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

function luminance(hex: string): number {
  const [r, g, b] = parseColor(hex)
  return 0.2126 * toLinear(r) + 0.7152 * toLinear(g) + 0.0722 * toLinear(b)
}

export type Vision = 'normal' | 'protan' | 'deutan' | 'tritan'

/** Machado, Oliveira and Fernandes 2009, full severity, on linear channels. */
const simulations: Readonly<Record<Vision, readonly [Rgb, Rgb, Rgb]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

function multiply(matrix: readonly [Rgb, Rgb, Rgb], [x, y, z]: Rgb): Rgb {
  const dot = (row: Rgb) => row[0] * x + row[1] * y + row[2] * z
  return [dot(matrix[0]), dot(matrix[1]), dot(matrix[2])]
}

function clamp(channel: number): number {
  return Math.min(1, Math.max(0, channel))
}

/** CIE L*a*b* (D65) of a colour as an eye with this vision sees it. */
function labOf(hex: string, vision: Vision): Rgb {
  const [r, g, b] = parseColor(hex)
  const seen = multiply(simulations[vision], [toLinear(r), toLinear(g), toLinear(b)])
  const [x, y, z] = multiply(
    [
      [0.4124564, 0.3575761, 0.1804375],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041],
    ],
    [clamp(seen[0]), clamp(seen[1]), clamp(seen[2])],
  )
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 / 116) * t + 16 / 116)
  const [fx, fy, fz] = [f(x / 0.95047), f(y), f(z / 1.08883)]
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)]
}

/** CIEDE2000 (Sharma, Wu and Dalal 2005) between two colours under one vision. */
export function colorDistance(a: string, b: string, vision: Vision = 'normal'): number {
  return ciede2000(labOf(a, vision), labOf(b, vision))
}

const degrees = Math.PI / 180

/** @param lab1 and lab2 in L*a*b*. Exported for the reference pairs of the paper. */
export function ciede2000([l1, a1, b1]: Rgb, [l2, a2, b2]: Rgb): number {
  const meanChroma7 = ((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2) ** 7
  const g = 0.5 * (1 - Math.sqrt(meanChroma7 / (meanChroma7 + 25 ** 7)))
  const c1 = Math.hypot(a1 * (1 + g), b1)
  const c2 = Math.hypot(a2 * (1 + g), b2)
  const h1 = hueOf(a1 * (1 + g), b1)
  const h2 = hueOf(a2 * (1 + g), b2)
  const turn = c1 * c2 === 0 ? 0 : ((h2 - h1 + 540) % 360) - 180
  const deltaHue = 2 * Math.sqrt(c1 * c2) * Math.sin((turn / 2) * degrees)
  const meanL = (l1 + l2) / 2
  const meanC = (c1 + c2) / 2
  const meanH = meanHue(h1, h2, c1 * c2)
  const t = hueWeight(meanH)
  const sl = 1 + (0.015 * (meanL - 50) ** 2) / Math.sqrt(20 + (meanL - 50) ** 2)
  const sc = 1 + 0.045 * meanC
  const sh = 1 + 0.015 * meanC * t
  const spread = 60 * Math.exp(-(((meanH - 275) / 25) ** 2))
  const rotation = -2 * Math.sqrt(meanC ** 7 / (meanC ** 7 + 25 ** 7)) * Math.sin(spread * degrees)
  const [dl, dc, dh] = [(l2 - l1) / sl, (c2 - c1) / sc, deltaHue / sh]
  return Math.sqrt(dl * dl + dc * dc + dh * dh + rotation * dc * dh)
}

function hueOf(a: number, b: number): number {
  if (a === 0 && b === 0) return 0
  return (Math.atan2(b, a) / degrees + 360) % 360
}

function meanHue(h1: number, h2: number, product: number): number {
  if (product === 0) return h1 + h2
  const sum = h1 + h2
  if (Math.abs(h1 - h2) <= 180) return sum / 2
  return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2
}

function hueWeight(h: number): number {
  const cos = (angle: number) => Math.cos(angle * degrees)
  return 1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.2 * cos(4 * h - 63)
}
