import { useMemo } from 'react'
import { useApp, useServices } from '../../state/hooks'
import {
  makerOf,
  type Materialization,
  materializationsOf,
  upstreamVersions,
} from '../../state/plan/materializations'
import { selectPlanById } from '../../state/plan/plan-selectors'
import { selectRecords } from '../../state/plan/shown-records'
import { formatBytes, formatCount, formatDuration, formatWhen } from '../../ui/number-format'
import classes from './asset-details.module.css'
import type { AssetTile } from './asset-tile.model'
import { Digest } from './digest'
import { MaterializationHistory } from './materialization-history'

export type AssetVersionsProps = {
  readonly tile: AssetTile
  readonly partition: string | null
}

/** Where the value comes from: code, version, run, files and upstream; then every attempt. */
export function AssetVersions({ tile, partition }: AssetVersionsProps) {
  const runs = useApp((state) => state.runs)
  const { key, spec } = tile
  const attempts = useMemo(
    () => materializationsOf(runs, { key, partition }),
    [runs, key, partition],
  )
  const shown = useApp(selectRecords).get(idOf(tile, partition))?.made ?? null
  const maker = shown?.dataVersion ? makerOf(attempts, shown.dataVersion) : null
  return (
    <>
      <dl className={classes.facts}>
        <dt>Code version</dt>
        <dd>
          {shown === null || shown.codeVersion === spec.codeVersion
            ? spec.codeVersion
            : `${shown.codeVersion}, now ${spec.codeVersion}`}
        </dd>
        <dt>Data version</dt>
        <dd>
          {shown?.dataVersion ? (
            <Digest text={shown.dataVersion} label="Copy the data version" />
          ) : (
            'none yet'
          )}
        </dd>
        <MadeBy maker={maker} />
      </dl>
      <Files maker={maker ?? attempts[0] ?? null} roles={spec.sources} />
      <Upstream tile={tile} partition={partition} />
      <section>
        <h3>Materializations</h3>
        <MaterializationHistory attempts={attempts} />
      </section>
    </>
  )
}

function idOf({ partitions }: AssetTile, partition: string | null): string {
  return partitions.find((one) => one.partition === partition)?.id ?? ''
}

function MadeBy({ maker }: { readonly maker: Materialization | null }) {
  const { now } = useServices()
  if (maker === null) return null
  const { run, record } = maker
  return (
    <>
      <dt>Made by</dt>
      <dd>
        run {run.seq}, {formatWhen(run.startedAt, now())}, in {formatDuration(record.ms)}
      </dd>
    </>
  )
}

type FilesProps = {
  readonly maker: Materialization | null
  readonly roles: AssetTile['spec']['sources']
}

/** The files of the run: those that the asset reads itself, else all that it can rest on. */
function Files({ maker, roles }: FilesProps) {
  const inputs = maker?.run.inputs ?? []
  const own = inputs.filter(({ role }) => roles.includes(role))
  const files = own.length > 0 ? own : inputs
  if (files.length === 0) return null
  return (
    <section>
      <h3>{own.length > 0 ? 'Files it reads' : 'Files of its run'}</h3>
      <ul className={classes.partitions}>
        {files.map(({ name, role, digest, size }) => (
          <li key={`${role} ${name}`} className={classes.row}>
            <span className={classes.name}>{name}</span>
            <span className={classes.fact}>{formatBytes(size)}</span>
            <Digest text={digest} label={`Copy the digest of ${name}`} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Upstream({ tile, partition }: AssetVersionsProps) {
  const planned = useApp(selectPlanById).get(idOf(tile, partition))
  const records = useApp(selectRecords)
  const upstream = planned === undefined ? [] : upstreamVersions(planned, records)
  if (upstream.length === 0) return null
  return (
    <section>
      <h3>Upstream versions</h3>
      <ul className={classes.partitions}>
        {upstream.slice(0, nUpstream).map(({ id, dataVersion }) => (
          <li key={id} className={classes.row}>
            <code className={classes.name} title={id}>
              {id}
            </code>
            {dataVersion === null ? (
              <span className={classes.fact}>not made</span>
            ) : (
              <Digest text={dataVersion} label={`Copy the version of ${id}`} />
            )}
          </li>
        ))}
        {upstream.length > nUpstream && <li>{formatCount(upstream.length - nUpstream)} more</li>}
      </ul>
    </section>
  )
}

const nUpstream = 12
