import type { MantineThemeComponents } from '@mantine/core'
import classes from './theme-components.module.css'

const controlHeights = new Map<unknown, string>([
  ['xs', '1.75rem'],
  ['sm', '2rem'],
  ['lg', '2.5rem'],
])

// Not in a portal: what is raised stays inside its landmark; fixed, so that nothing clips it.
const calm = {
  transitionProps: { duration: 120 },
  withArrow: false,
  shadow: 'lg',
  withinPortal: false,
  floatingStrategy: 'fixed',
} as const

/**
 * Sizes and looks of the Mantine parts we use; everything else is our own CSS. Plain objects instead
 * of `Select.extend(...)`, which would pull every one of them into the first chunk.
 */
export const themeComponents: MantineThemeComponents = {
  Button: {
    defaultProps: { size: 'sm', variant: 'default' },
    classNames: { root: classes.button ?? '', section: classes.section ?? '' },
    vars: (_theme: unknown, { size }: { readonly size?: string }) => ({
      root: {
        '--button-height': controlHeights.get(size ?? 'sm') ?? '2rem',
        '--button-padding-x': size === 'xs' ? '0.5rem' : size === 'lg' ? '1rem' : '0.75rem',
        '--button-fz': size === 'xs' ? '0.75rem' : '0.875rem',
      },
    }),
  },
  ActionIcon: { defaultProps: { size: 28, variant: 'subtle' } },
  Input: {
    defaultProps: { size: 'xs' },
    classNames: { input: classes.input ?? '', wrapper: classes.inputWrapper ?? '' },
  },
  InputWrapper: { classNames: { label: classes.fieldLabel ?? '' } },
  TextInput: { defaultProps: { size: 'xs' } },
  NumberInput: { defaultProps: { size: 'xs', hideControls: true } },
  Select: {
    defaultProps: { size: 'xs', comboboxProps: calm, withCheckIcon: false },
    classNames: { dropdown: classes.raised ?? '', option: classes.option ?? '' },
  },
  Checkbox: {
    defaultProps: { size: 'xs', radius: 'xs', color: 'accent' },
    classNames: { input: classes.check ?? '' },
  },
  Switch: { defaultProps: { size: 'xs', color: 'accent', withThumbIndicator: false } },
  Menu: {
    // The placeholder would be a child that a menu may not have.
    defaultProps: { ...calm, withInitialFocusPlaceholder: false },
    classNames: { dropdown: classes.raised ?? '', item: classes.option ?? '' },
  },
  Popover: {
    defaultProps: calm,
    classNames: { dropdown: classes.raised ?? '' },
  },
  Tooltip: {
    defaultProps: {
      transitionProps: { duration: 120 },
      withArrow: false,
      withinPortal: false,
      floatingStrategy: 'fixed',
      events: { hover: true, focus: true, touch: false },
    },
    classNames: { tooltip: classes.tooltip ?? '' },
  },
}
