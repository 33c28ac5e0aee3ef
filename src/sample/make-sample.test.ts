import { describe, expect, test } from 'vitest'
import { makeChain } from './chain'
import { makeSample } from './make-sample'
import { unmatchedProduct } from './sales'
import { categories } from './story'

const files = makeSample()

/** Cells of a file without its header; the sample quotes nothing, which a test below holds. */
function rowsOf(name: string): readonly (readonly string[])[] {
  const text = files.find((file) => file.name === name)?.text ?? ''
  return text
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(','))
}

const sales = rowsOf('sample_sales.csv')
const productMap = rowsOf('sample_product_map.csv')
const demographics = rowsOf('sample_demographics.csv')
const footTraffic = rowsOf('sample_foot_traffic.csv')

const storesOf = (rows: readonly (readonly string[])[]) => new Set(rows.map(([store]) => store))

describe('makeSample()', () => {
  test('gives the same text each time', () => {
    expect(makeSample()).toEqual(files)
  })

  test('needs no quotes and has rows of one length', () => {
    for (const { name, text } of files) {
      expect(text).not.toContain('"')
      expect(new Set(rowsOf(name).map((row) => row.length)).size).toBe(1)
    }
  })

  test('is a chain of 300 stores with sales in four categories', () => {
    expect(storesOf(sales).size).toBe(300)
    expect(new Set(sales.map((row) => row[2]))).toEqual(new Set(categories.map((c) => c.name)))
    expect(sales.length).toBeGreaterThan(6_000)
    expect(sales.length).toBeLessThan(10_000)
    expect(sales.every((row) => Number(row[3]) > 0)).toBe(true)
  })

  test('writes every store id as five digits with leading zeros', () => {
    for (const [id] of [...sales, ...demographics, ...footTraffic]) expect(id).toMatch(/^0\d{4}$/)
  })

  test('gives some sales rows twice', () => {
    const lines = sales.map((row) => row.join(','))
    expect(lines.length - new Set(lines).size).toBeGreaterThanOrEqual(30)
  })

  test('sells one product that the map does not know, for less than 1 % of the money', () => {
    const known = new Set(productMap.map(([product]) => product))
    const unknown = sales.filter((row) => !known.has(row[1]))
    expect(new Set(unknown.map((row) => row[1]))).toEqual(new Set([unmatchedProduct]))
    const money = (rows: typeof sales) => rows.reduce((sum, row) => sum + Number(row[3]), 0)
    expect(money(unknown)).toBeGreaterThan(0)
    expect(money(unknown) / money(sales)).toBeLessThan(0.01)
  })

  test('puts one product of each category in two need states', () => {
    const seen = new Set<string>()
    const twice = productMap.filter(([product]) => seen.size === seen.add(product).size)
    expect(twice.map((row) => row[2])).toEqual(categories.map(({ name }) => name))
  })

  test('has stores in one view only: five too new for the market data, four not open yet', () => {
    const selling = storesOf(sales)
    const surveyed = storesOf(demographics)
    expect([...selling].filter((id) => !surveyed.has(id))).toHaveLength(5)
    expect([...surveyed].filter((id) => !selling.has(id))).toHaveLength(4)
  })

  test('has one store with an address and nothing else', () => {
    const empty = demographics.filter((row) => row.slice(5).every((cell) => cell === ''))
    expect(empty).toHaveLength(1)
    expect(storesOf(footTraffic).has(empty[0]?.[0] ?? '')).toBe(false)
  })

  test('leaves a few market cells empty', () => {
    const cells = [...demographics, ...footTraffic].flat()
    const empty = cells.filter((cell) => cell === '').length
    expect(empty / cells.length).toBeGreaterThan(0.005)
    expect(empty / cells.length).toBeLessThan(0.03)
  })

  test('has six airport stores whose visits and sales stand far apart', () => {
    const airports = new Set(makeChain(42).flatMap(({ id, isAirport }) => (isAirport ? [id] : [])))
    expect(airports.size).toBe(6)
    const visits = footTraffic.filter((row) => row[1] !== '').toSorted((a, b) => +b[1] - +a[1])
    expect(visits.slice(0, airports.size).every(([id]) => airports.has(id))).toBe(true)
  })

  test('sells no beauty in a few stores, so that categories differ in their stores', () => {
    const beauty = storesOf(sales.filter((row) => row[2] === 'Beauty'))
    expect(beauty.size).toBeLessThan(300)
    expect(beauty.size).toBeGreaterThan(285)
  })
})
