import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { inspectFile } from '../files/inspect'
import { inspectPath } from './inspect-path'

it('gives a file the profile, digest and all, that it has without a hash of its own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'node-ports-'))
  try {
    const rows = Array.from({ length: 20_000 }, (_, i) => `${i},${i % 7}.5`).join('\n')
    const path = join(folder, 't.csv')
    writeFileSync(path, `ID,SALES\n${rows}\n`)
    const inspection = await inspectPath(path, {})
    expect(inspection).toEqual(await inspectFile('t.csv', new Blob([`ID,SALES\n${rows}\n`])))
    expect(inspection).toMatchObject({ ok: true })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
