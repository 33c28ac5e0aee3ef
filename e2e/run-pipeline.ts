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

/** The same files and settings through the command line: its merged clusters, as text. */
export function mergedByCommandLine(
  files: readonly TextFile[],
  settings: readonly string[],
): string {
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
    return readFileSync(join(out, 'merged_cluster_assignments.csv'), 'utf8')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
