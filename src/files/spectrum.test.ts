import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readText } from './read-text'

const require = createRequire(import.meta.url)
const folder = dirname(require.resolve('csv-spectrum'))
const names = readdirSync(join(folder, 'csvs')).map((file) => file.replace('.csv', ''))

/** The JSON of this fixture is wrong: no list, and another phone number than the CSV has. */
const wrongFixture = 'location_coordinates'

function expectedOf(name: string): unknown {
  const json = readFileSync(join(folder, 'json', `${name}.json`), 'utf8')
  return JSON.parse(name === wrongFixture ? `[${json.replace('1234567890', '2095257564')}]` : json)
}

describe('the csv-spectrum files', () => {
  it('are twelve', () => {
    expect(names).toHaveLength(12)
  })

  it.each(names)('F-14 %s is read as its JSON says', async (name) => {
    const blob = new Blob([readFileSync(join(folder, 'csvs', `${name}.csv`))])
    const reading = await readText(name, blob, {})
    if (!reading.ok) throw new Error(reading.failure.message)
    const [header = [], ...rows] = reading.rows
    const found = rows.map((row) => Object.fromEntries(header.map((label, i) => [label, row[i]])))
    expect(found).toEqual(expectedOf(name))
  })
})
