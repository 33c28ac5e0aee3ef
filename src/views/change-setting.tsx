import { settingAt } from '../state/config/settings'
import { useActions } from '../state/hooks'
import { Button } from '../ui/controls'

/** Leads to the setting that a fault is about; nothing where it is about something else. */
export function ChangeSetting({ path }: { readonly path: string }) {
  const { look } = useActions()
  const setting = settingAt(path)
  if (setting === null) return null
  return (
    <Button size="xs" onClick={() => look({ screen: 'configure', setting: setting.name })}>
      {`Change ${setting.label}`}
    </Button>
  )
}
