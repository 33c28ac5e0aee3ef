import { describe, expect, it, test } from 'vitest'
import { columnOf } from '../files/testing/profile-of'
import { guessValue } from './value-column'

const numbers = (names: readonly string[]) =>
  names.map((name) =>
    columnOf({
      name,
      type: 'number',
      nDistinct: 50,
      range: { min: 0, median: 1, max: 9, isInteger: true, decimals: 0 },
    }),
  )
const guess = (...names: readonly string[]) => guessValue(numbers(names), [], 100)

const sure: readonly (readonly [string, readonly string[]])[] = [
  ['REV', ['WEEK', 'REV']],
  ['TTL_SLS_AMT', ['ZIP', 'TTL_SLS_AMT']],
  ['SALES_TY', ['SALES_LY', 'SALES_TY']],
  ['Sales this year', ['Sales last year', 'Sales this year']],
  ['Net Sales CY', ['Net Sales PY', 'Net Sales CY']],
  ['Sales 2024', ['Sales 2023', 'Sales 2024', 'Sales 2022']],
  ['DOLLARS', ['UNITS', 'DOLLARS']],
  ['Ext Amount', ['Unit Price', 'Qty', 'Ext Amount']],
  ['Extended Price', ['Unit Price', 'Quantity', 'Extended Price']],
  ['Line Total', ['Unit Cost', 'Units Sold', 'Line Total']],
  ['TOTAL_SALES', ['PROMO_SALES', 'TOTAL_SALES']],
  ['Dollar Sales', ['Unit Sales', 'Dollar Sales']],
  ['Sales $', ['Sales units', 'Sales $']],
  ['Sales excl. tax', ['Sales tax', 'Sales excl. tax']],
  ['SalesAmt', ['SalesYear', 'SalesRep', 'SalesAmt']],
  ['Nettoumsatz', ['Kalenderwoche', 'Absatzmenge', 'Umsatzsteuer', 'Nettoumsatz']],
  ['Umsatz (€)', ['PLZ', 'Verkaufspreis', 'Stück', 'Umsatz (€)']],
  ["Chiffre d'affaires", ['Semaine', 'Quantité', 'Prix', "Chiffre d'affaires"]],
  ['Ventas', ['Año', 'Unidades', 'Precio', 'Ventas']],
  ['Omzet', ['Jaar', 'Aantal', 'Omzet']],
  ['Fatturato', ['Mese', 'Quantità', 'Fatturato']],
  ['Sprzedaż', ['Rok', 'Ilość', 'Cena', 'Sprzedaż']],
  ['Sale (Dollars)', ['Bottle Volume (ml)', 'Bottles Sold', 'Sale (Dollars)']],
  ['SALES_VALUE', ['BASKET_ID', 'DAY', 'QUANTITY', 'RETAIL_DISC', 'WEEK_NO', 'SALES_VALUE']],
  ['unit_sales', ['date', 'unit_sales']],
  ['EXT_RETAIL', ['UNIT_RETAIL', 'EXT_RETAIL']],
  ['QTY', ['WEEK', 'PRICE', 'QTY']],
  ['SALES_LY', ['SALES_LY', 'UNITS_TY']],
  ['Sales to date', ['Date', 'Sales to date']],
  ['x1', ['Year', 'Month', 'Store Lat', 'x1']],
]

test.each(sure)('%s is the value of %j', (name, names) => {
  expect(guess(...names)).toEqual({ name, rivals: [], isSure: true })
  expect(guess(...names.toReversed())).toEqual({ name, rivals: [], isSure: true })
})

describe('guessValue(columns, nRows)', () => {
  it('is in doubt where no name says it, and takes the first', () => {
    expect(guess('WEEK', 'x2', 'x1')).toEqual({ name: 'x2', rivals: ['x1'], isSure: false })
  })

  it('is in doubt between two names that say the same', () => {
    expect(guess('Units', 'Gross Sales', 'Net Sales')).toEqual({
      name: 'Gross Sales',
      rivals: ['Net Sales'],
      isSure: false,
    })
  })

  it('takes what is no sale only where nothing else is left, and is in doubt', () => {
    expect(guess('cost', 'x1')).toEqual({ name: 'x1', rivals: [], isSure: true })
    expect(guess('PRICE', 'COST')).toEqual({ name: 'COST', rivals: [], isSure: false })
  })

  it('takes no price, time, place or code, even if nothing is left', () => {
    const none = { name: null, rivals: [], isSure: true }
    expect(guess('Unit Price', 'WEEK', 'SALES_WEEK', 'ZIP', 'Sales Org', 'UPC')).toEqual(none)
    expect(guessValue([columnOf({ name: 'SALES', type: 'text' })], [], 100)).toEqual(none)
    expect(guessValue([], [], 0)).toEqual(none)
  })

  it('takes no column that is something else already', () => {
    expect(guessValue(numbers(['SALES', 'x1']), ['SALES', null], 100).name).toBe('x1')
  })

  it('takes a column of one value by its name alone', () => {
    const constant = (name: string) => ({ ...numbers([name])[0], nDistinct: 1 })
    expect(guessValue([constant('x1')], [], 100).name).toBeNull()
    expect(guessValue([constant('UNITS')], [], 100).name).toBe('UNITS')
  })
})
