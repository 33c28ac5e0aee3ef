import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TextFile } from './pages/app-page'

const roleFlags = [
  ['sales', '--sales'],
  ['product_map', '--product-map'],
  ['demographics', '--external'],
  ['foot_traffic', '--external'],
] as const

/** The same files and settings through the command line: its merged clusters and run.json, as text. */
export function madeByCommandLine(
  files: readonly TextFile[],
  settings: readonly string[],
): { readonly merged: string; readonly run: string } {
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-'))
  try {
    const flags = files.flatMap(({ name, text }) => {
      const path = join(folder, name)
      writeFileSync(path, text)
      return [roleFlags.find(([part]) => name.includes(part))?.[1] ?? '--external', path]
    })
    const set = settings.flatMap((setting) => ['--set', setting])
    const out = join(folder, 'out')
    const command = ['.ci/pipeline.mjs', 'run', 'full_pipeline_job', ...flags, ...set, '--out', out]
    const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' })
    if (status !== 0) throw new Error(`pipeline exited with ${status}: ${stderr}`)
    const textOf = (name: string) => readFileSync(join(out, name), 'utf8')
    return { merged: textOf('merged_cluster_assignments.csv'), run: textOf('run.json') }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
