import { useMemo } from 'react'
import { settingPlaces } from '../../state/config/where-set'
import { useActions, useApp } from '../../state/hooks'
import { showUndo } from '../../ui/undo'

/**
 * Sets a parameter for everything that reads it, and says so with the way back; `undefined` takes it
 * out. The undo of the draft takes it back as well.
 */
export function useSetting(name: string): (value: unknown, message: string) => void {
  const configuration = useApp((state) => state.configuration)
  const environment = useApp((state) => state.environment)
  const { setParam } = useActions()
  return useMemo(() => {
    const places = settingPlaces({ configuration, environment }, name)
    return (value, message) => {
      for (const { section } of places) setParam(section, name, value)
      showUndo(message, () => {
        for (const { section, value: before } of places) setParam(section, name, before)
      })
    }
  }, [configuration, environment, name, setParam])
}
