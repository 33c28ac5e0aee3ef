import type { TableFormat } from '../../state/export'
import { NativeSelect } from '../../ui/controls'
import { fileFormats } from './file-format.model'

export type FileFormatProps = {
  readonly value: TableFormat
  readonly onChange: (format: TableFormat) => void
}

/** In which format the tables are saved. */
export function FileFormat({ value, onChange }: FileFormatProps) {
  return (
    <NativeSelect
      size="xs"
      aria-label="File format"
      value={value}
      data={fileFormats.map((format) => ({ value: format.value, label: format.label }))}
      onChange={(event) => {
        const chosen = fileFormats.find((format) => format.value === event.currentTarget.value)
        if (chosen !== undefined) onChange(chosen.value)
      }}
    />
  )
}
