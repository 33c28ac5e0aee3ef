import { memo } from 'react'
import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '../../ui/controls'
import { IconMoon, IconSun } from '@tabler/icons-react'

export const SchemeToggle = memo(() => {
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light')
  const other = scheme === 'light' ? 'dark' : 'light'
  const Glyph = scheme === 'light' ? IconMoon : IconSun
  return (
    <ActionIcon size={32} aria-label={`Use ${other} colours`} onClick={() => setColorScheme(other)}>
      <Glyph size={16} stroke={1.5} aria-hidden />
    </ActionIcon>
  )
})
