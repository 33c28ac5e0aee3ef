import { useMemo, useState } from 'react'
import { IconAdjustmentsHorizontal, IconAlertTriangle, IconTable } from '@tabler/icons-react'
import type { SourceEntry } from '../../state/sources/sources-slice'
import {
  branchOfSource,
  type CatalogueRow,
  featureSettings,
  withFeature,
} from '../../state/sources/catalogue'
import { selectEffectiveConfiguration } from '../../state/config/effective-configuration'
import { useActions, useApp } from '../../state/hooks'
import { Button, NativeSelect } from '../../ui/controls'
import { Region } from '../../ui/region'
import { SearchInput } from '../../ui/search-input'
import { formatCount } from '../../ui/number-format'
import { catalogueLines, catalogueTitle } from './catalogue.model'
import { CatalogueTable } from './catalogue-table'
import { FileChanged } from './file-changed'
import {
  choiceOf,
  compositionalSentence,
  type FlagChoice,
  flagOptions,
  flagSentence,
  isShown,
} from './flags.model'
import { MissingMeans } from './missing-means'
import { PreviewTable } from './preview-table'
import { seenProfile } from '../../state/sources/seen-profile'
import classes from './reading-panel.module.css'
import { ReadingPanel } from './reading-panel'
import { RejectedCells } from './rejected-cells'
import { nRejectedOf } from './rejected.model'
import { RepeatedStores } from './repeated-stores'
import { SourceFacts } from './source-facts'

export type SourceColumnsProps = {
  readonly entry: Extract<SourceEntry, { readonly status: 'ready' }>
  readonly rows: readonly CatalogueRow[]
  /** It is read again: this is how it stood before. */
  readonly isBusy: boolean
  /** What is shown of it at first; the columns unless said. */
  readonly first?: Shown
  /** Which columns are shown at first; all unless said. */
  readonly firstFlag?: FlagChoice
}

export type Shown = 'columns' | 'rows' | 'reading' | 'rejected'

/** The chosen file: its columns and what they are for, its first rows, how it is read. */
export function SourceColumns(props: SourceColumnsProps) {
  const { entry, rows, isBusy, first = 'columns', firstFlag = 'all' } = props
  const { source, overrides, change } = entry
  const profile = seenProfile(source)
  const [search, setSearch] = useState('')
  const [shown, setShown] = useState<Shown>(first)
  const [flag, setFlag] = useState<FlagChoice>(firstFlag)
  const branch = branchOfSource(source)
  const configuration = useApp(selectEffectiveConfiguration)
  const { setParams, setColumn, readAgain } = useActions()
  const lines = useMemo(() => catalogueLines(rows, profile, search), [rows, profile, search])
  const flags = flagOptions(lines)
  // A flag that no column has any more, since the last was mended, hides nothing.
  const wanted = flags.some(({ value }) => value === flag) ? flag : 'all'
  const shares = compositionalSentence(profile.isCompositional)
  const toggle = (row: CatalogueRow) => {
    if (branch === null) return
    const next = withFeature(featureSettings(branch, configuration), row, !row.isFeature)
    setParams(branch, {
      keep_features: next.keep.length === 0 ? undefined : next.keep,
      ignore_features: next.ignore.length === 0 ? undefined : next.ignore,
    })
  }
  return (
    <Region
      title={catalogueTitle(rows, source.name)}
      subtitle={
        branch === null
          ? 'How each column is used.'
          : 'The rest are ids, labels or left out. Tick to put one back.'
      }
      actions={<ShownButtons shown={shown} onShow={setShown} profile={profile} />}
    >
      {change !== undefined && <FileChanged id={entry.id} change={change} />}
      <RepeatedStores source={source} />
      <MissingMeans source={source} />
      <SourceFacts source={source} nChosen={Object.keys(overrides).length} />
      {shares !== '' && <p className={classes.facts}>{shares}</p>}
      <div className={isBusy ? classes.busy : undefined} aria-busy={isBusy}>
        {shown === 'columns' && (
          <>
            <div className={classes.tools}>
              <NativeSelect
                aria-label="Columns to show"
                size="xs"
                data={[...flags]}
                value={wanted}
                onChange={({ currentTarget }) => setFlag(choiceOf(currentTarget.value))}
              />
              <SearchInput label="Find a column" value={search} onChange={setSearch} />
            </div>
            {flagSentence(wanted) !== '' && <p className={classes.facts}>{flagSentence(wanted)}</p>}
            <CatalogueTable
              lines={lines.filter((line) => isShown(line, wanted))}
              onToggle={toggle}
              onRejected={() => setShown('rejected')}
            />
          </>
        )}
        {shown === 'rows' && <PreviewTable source={source} />}
        {shown === 'rejected' && <RejectedCells source={source} />}
        {shown === 'reading' && (
          <div className={classes.beside}>
            <ReadingPanel
              source={source}
              overrides={overrides}
              onColumn={(need, name) => setColumn(source.id, need, name)}
              onOptions={(options) => void readAgain(source.id, options)}
            />
            <PreviewTable source={source} />
          </div>
        )}
      </div>
    </Region>
  )
}

type ShownButtonsProps = {
  readonly shown: Shown
  readonly onShow: (shown: Shown) => void
  readonly profile: SourceColumnsProps['entry']['source']['profile']
}

/** Each shows its part, and the columns again when pressed twice. */
function ShownButtons({ shown, onShow, profile }: ShownButtonsProps) {
  const nRejected = nRejectedOf(profile)
  const toggle = (part: Shown) => ({
    size: 'xs' as const,
    'aria-pressed': shown === part,
    variant: shown === part ? 'light' : 'default',
    onClick: () => onShow(shown === part ? 'columns' : part),
  })
  return (
    <>
      <Button
        {...toggle('reading')}
        leftSection={<IconAdjustmentsHorizontal size={14} stroke={1.5} aria-hidden />}
      >
        How it is read
      </Button>
      <Button {...toggle('rows')} leftSection={<IconTable size={14} stroke={1.5} aria-hidden />}>
        First {profile.preview.length} rows
      </Button>
      {nRejected > 0 && (
        <Button
          {...toggle('rejected')}
          leftSection={<IconAlertTriangle size={14} stroke={1.5} aria-hidden />}
        >
          {formatCount(nRejected)} rejected
        </Button>
      )}
    </>
  )
}
