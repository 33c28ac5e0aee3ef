import {
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'
import { themeComponents } from './theme-components'

const accent: MantineColorsTuple = [
  '#f0f7f5',
  '#e2f0ec',
  '#c4e0d9',
  '#9cc7bd',
  '#6fb3a5',
  '#46988a',
  '#2b8578',
  '#177a6c',
  '#0b6a5f',
  '#07534a',
]

/** Three variants: filled for the one loud button, default for the rest, subtle for the quiet ones. */
const variantColorResolver: VariantColorsResolver = ({ variant, color }) => {
  const isFail = color === 'fail'
  switch (variant) {
    case 'filled':
      return {
        background: 'var(--accent-fill)',
        hover: 'color-mix(in srgb, var(--accent-fill), black 12%)',
        color: 'var(--accent-on)',
        border: '1px solid var(--accent-fill)',
      }
    case 'light':
      return {
        background: 'var(--accent-soft)',
        hover: 'var(--accent-soft)',
        color: 'var(--accent)',
        border: '1px solid transparent',
      }
    case 'subtle':
      return {
        background: 'transparent',
        hover: 'var(--hover)',
        color: 'var(--ink-2)',
        border: '1px solid transparent',
      }
    default:
      return {
        background: 'var(--surface)',
        hover: isFail ? 'var(--fail-soft)' : 'var(--hover)',
        color: isFail ? 'var(--fail)' : 'var(--ink)',
        border: `1px solid ${isFail ? 'var(--fail)' : 'var(--edge)'}`,
      }
  }
}

export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1.25rem', xl: '1.75rem' },
  lineHeights: { xs: '1.3334', sm: '1.4286', md: '1.4286', lg: '1.4', xl: '1.2857' },
  fontWeights: { regular: '430', medium: '570', bold: '620' },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  radius: { xs: '3px', sm: '6px', md: '6px', lg: '10px', xl: '999px' },
  defaultRadius: 'sm',
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'var(--shadow)', xl: 'var(--shadow)' },
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.4' },
      h2: { fontSize: '0.875rem', lineHeight: '1.4286' },
      h3: { fontSize: '0.875rem', lineHeight: '1.4286' },
    },
  },
  colors: { accent },
  primaryColor: 'accent',
  primaryShade: { light: 8, dark: 8 },
  respectReducedMotion: true,
  focusRing: 'auto',
  cursorType: 'pointer',
  variantColorResolver,
  components: themeComponents,
})

const variables = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--edge)',
  '--mantine-color-error': 'var(--fail)',
  '--mantine-color-success': 'var(--ink-2)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-disabled': 'var(--surface)',
  '--mantine-color-disabled-border': 'var(--line-2)',
  '--mantine-color-disabled-color': 'var(--ink-3)',
  '--mantine-primary-color-filled': 'var(--accent-fill)',
}

/** Mantine's own variables point at our tokens, which differ by scheme themselves. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: variables,
  dark: variables,
})
