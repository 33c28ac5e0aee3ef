/**
 * The controls of Mantine that views use as they are: the theme gives them their look. Mantine is at
 * home in this folder, so a view takes them from here.
 */
export {
  ActionIcon,
  Button,
  Checkbox,
  CopyButton,
  Menu,
  NativeSelect,
  NumberInput,
  Popover,
  Select,
  Switch,
  Textarea,
  TextInput,
  Tooltip,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core'
