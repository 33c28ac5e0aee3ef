import { countOf } from '../../files/count-of'
import { assetId } from '../address'
import type { AssetRecord, RunRecord } from '../contract'
import { isReadAlike } from '../is-read-alike'
import type { BundledAsset, BundledRun, Difference } from './bundle'

type Input = RunRecord['inputs'][number]

/**
 * Files, versions and result of a run in a bundle against the run made anew from it. A run without
 * a result hash claims nothing of the whole: its assets tell.
 */
export function compareRecords(before: BundledRun, after: RunRecord): readonly Difference[] {
  return [
    ...before.inputs.flatMap((input) => compareInput(input, after.inputs)),
    ...compareAssets(before.assets, after.assets),
    ...(before.resultHash === null || before.resultHash === after.resultHash
      ? []
      : [
          {
            where: 'the whole run',
            what: 'result hash',
            inBundle: before.resultHash,
            here: after.resultHash ?? 'none',
          },
        ]),
  ]
}

function compareInput(before: Input, inputs: readonly Input[]): readonly Difference[] {
  const where = before.name
  const after = inputs.find(({ role, name }) => role === before.role && name === where)
  if (after === undefined)
    return [{ where, what: 'file', inBundle: shortDigest(before.digest), here: 'missing' }]
  if (after.digest !== before.digest)
    return [
      {
        where,
        what: 'bytes of the file',
        inBundle: shortDigest(before.digest),
        here: shortDigest(after.digest),
      },
    ]
  if (isReadAlike(before, after)) return []
  return [{ where, what: 'how the file is read', inBundle: 'as recorded', here: 'another way' }]
}

/** What differs of itself is told asset by asset; what only follows from it, in one line. */
function compareAssets(
  before: readonly BundledAsset[],
  after: readonly AssetRecord[],
): readonly Difference[] {
  const made = new Map(after.map((asset) => [assetId(asset), asset]))
  const differences: Difference[] = []
  let nFollowing = 0
  for (const asset of before) {
    const now = made.get(assetId(asset))
    const own = ownDifferences(asset, now)
    differences.push(...own)
    if (own.length === 0 && now !== undefined && now.dataVersion !== asset.dataVersion)
      nFollowing += 1
  }
  if (nFollowing === 0) return differences
  const where = `${countOf(nFollowing, 'asset')} downstream`
  return [
    ...differences,
    { where, what: 'made from what differs', inBundle: 'as recorded', here: 'other versions' },
  ]
}

function ownDifferences(before: BundledAsset, now: AssetRecord | undefined): readonly Difference[] {
  const where = assetId(before)
  if (now === undefined)
    return [{ where, what: 'asset', inBundle: before.status, here: 'not made' }]
  const differ = (what: string, inBundle: string, here: string): readonly Difference[] =>
    inBundle === here ? [] : [{ where, what, inBundle, here }]
  const own = [
    ...differ('code version', before.codeVersion, now.codeVersion),
    ...differ('outcome', before.status, now.status),
  ]
  const [a, b] = [before.madeFrom, now.madeFrom]
  if (a === undefined || b === undefined || before.dataVersion === now.dataVersion) return own
  const causes = [
    ...differ('settings', a.params, b.params),
    ...differ('files it reads', a.sources, b.sources),
    ...differ('baseline or overrides', a.memory ?? 'none', b.memory ?? 'none'),
  ]
  const isExplained = own.length + causes.length > 0 || a.deps !== b.deps
  return isExplained
    ? [...own, ...causes]
    : differ('data version', before.dataVersion ?? 'none', now.dataVersion ?? 'none')
}

function shortDigest(digest: string): string {
  return digest.slice(0, 12)
}
