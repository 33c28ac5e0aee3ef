import { useMemo, useState } from 'react'
import { Button } from '../../ui/controls'
import { IconTable } from '@tabler/icons-react'
import type { Source } from '../../runs/contract'
import {
  branchOfSource,
  type CatalogueRow,
  featureSettings,
  withFeature,
} from '../../state/sources/catalogue'
import { selectEffectiveConfiguration } from '../../state/config/effective-configuration'
import { useActions, useApp } from '../../state/hooks'
import { Region } from '../../ui/region'
import { SearchInput } from '../../ui/search-input'
import { catalogueLines, catalogueTitle } from './catalogue.model'
import { CatalogueTable } from './catalogue-table'
import { PreviewTable } from './preview-table'
import { RepeatedStores } from './repeated-stores'
import { ReadingMenu } from './reading-menu'
import { SourceNotes } from './source-notes'

export type SourceColumnsProps = {
  readonly source: Source
  readonly rows: readonly CatalogueRow[]
}

/** The chosen file: its columns and what they are for, or its first rows as they were read. */
export function SourceColumns({ source, rows }: SourceColumnsProps) {
  const [search, setSearch] = useState('')
  const [showsRows, setShowsRows] = useState(false)
  const branch = branchOfSource(source)
  const configuration = useApp(selectEffectiveConfiguration)
  const { setParam, setColumn, readAgain } = useActions()
  const lines = useMemo(
    () => catalogueLines(rows, source.profile.nRows, search),
    [rows, source, search],
  )
  const toggle = (row: CatalogueRow) => {
    if (branch === null) return
    const next = withFeature(featureSettings(branch, configuration), row, !row.isFeature)
    setParam(branch, 'keep_features', next.keep.length === 0 ? undefined : next.keep)
    setParam(branch, 'ignore_features', next.ignore.length === 0 ? undefined : next.ignore)
  }
  return (
    <Region
      title={catalogueTitle(rows, source.name)}
      subtitle={
        branch === null
          ? 'How each column is used.'
          : 'The rest are ids, labels or left out for the reason given. Tick to put one back.'
      }
      actions={
        <>
          <SearchInput label="Find a column" value={search} onChange={setSearch} />
          <ReadingMenu
            source={source}
            onColumn={(need, name) => setColumn(source.id, need, name)}
            onOptions={(options) => void readAgain(source.id, options)}
          />
          <Button
            size="xs"
            aria-pressed={showsRows}
            variant={showsRows ? 'light' : 'default'}
            leftSection={<IconTable size={14} stroke={1.5} aria-hidden />}
            onClick={() => setShowsRows(!showsRows)}
          >
            First {source.profile.preview.length} rows
          </Button>
        </>
      }
    >
      <RepeatedStores source={source} />
      <SourceNotes notes={source.profile.notes} />
      {showsRows ? (
        <PreviewTable profile={source.profile} />
      ) : (
        <CatalogueTable lines={lines} onToggle={toggle} />
      )}
    </Region>
  )
}
