import { IconChevronRight } from '@tabler/icons-react'
import { Fragment } from 'react'
import type { AssetRoot } from '../../state/plan/stale-causes'
import { changeWords } from '../cause-words'
import classes from './cause-chain.module.css'

export type CauseChainProps = {
  readonly roots: readonly AssetRoot[]
  /** Name of an asset of the board by its `key[partition]`. */
  readonly nameOf: (id: string) => { readonly key: string; readonly title: string }
  readonly onSelect: (key: string) => void
}

const nShown = 6

/** Why an asset is stale: each change where it began, and the steps from there down to it. */
export function CauseChain({ roots, nameOf, onSelect }: CauseChainProps) {
  return (
    <ul className={classes.causes}>
      {roots.slice(0, nShown).map((root) => (
        <li key={`${root.key} ${JSON.stringify(root.cause)}`}>
          <p>
            stale: <ChangeSentence root={root} />
          </p>
          {root.path.length > 1 && (
            <p className={classes.path}>
              {root.path.map((id, i) => {
                const { key, title } = nameOf(id)
                return (
                  <Fragment key={id}>
                    {i > 0 && <IconChevronRight size={12} stroke={1.5} aria-label="to" />}
                    {i === root.path.length - 1 ? (
                      <span>{title}</span>
                    ) : (
                      <button type="button" className={classes.step} onClick={() => onSelect(key)}>
                        {title}
                      </button>
                    )}
                  </Fragment>
                )
              })}
            </p>
          )}
        </li>
      ))}
      {roots.length > nShown && <li>{roots.length - nShown} more changes above it.</li>}
    </ul>
  )
}

/** `norm_method` changed in external_normalized_data (zscore to robust) */
export function ChangeSentence({ root }: { readonly root: Pick<AssetRoot, 'key' | 'cause'> }) {
  const { subject, isKey, change } = changeWords(root.cause)
  return (
    <>
      {isKey ? <code className={classes.code}>{subject}</code> : subject} changed in{' '}
      <code className={classes.code}>{root.key}</code> ({change})
    </>
  )
}
