import { useApp } from '../../state/hooks'
import { selectIdJoins } from '../../state/sources/id-joins'
import { JoinSection } from './join-section'
import { RunJoin } from './run-join'
import { SharedStoresRegion } from './shared-stores'

/** Do the files meet: stores of both views, stores of several external files, products. */
export function JoinReport() {
  const { stores, products, between, shared } = useApp(selectIdJoins)
  const unlike = between.filter(({ matching, rules }) => {
    const isOff = matching.onlyLeft.length > 0 && matching.onlyRight.length > 0
    return isOff || rules.length > 0
  })
  return (
    <>
      {stores === null ? <RunJoin /> : <JoinSection join={stores} label="Stores" />}
      {shared !== null && <SharedStoresRegion shared={shared} />}
      {unlike.map((join) => (
        <JoinSection
          key={join.right[0]?.id}
          join={join}
          label={`Stores of ${join.right[0]?.name ?? ''}`}
        />
      ))}
      {products !== null && <JoinSection join={products} label="Products" />}
    </>
  )
}
