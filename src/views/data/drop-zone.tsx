import { IconFilePlus } from '@tabler/icons-react'
import { FileButton } from '../../ui/file-button'
import { acceptedFiles } from './accepted-files'
import classes from './drop-zone.module.css'
import { type Specimen, specimens } from './specimens'

export type DropZoneProps = { readonly onFiles: (files: readonly File[]) => void }

/** The window takes files anywhere; this says so and shows what they look like. */
export function DropZone({ onFiles }: DropZoneProps) {
  return (
    <section className={classes.zone} aria-label="Your files">
      <div className={classes.top}>
        <IconFilePlus size={28} stroke={1.25} color="var(--accent)" aria-hidden />
        <div className={classes.words}>
          <h2>Drop files anywhere in this window</h2>
          <p>CSV, Excel, Parquet or JSON, several at once. Each is recognised by its columns.</p>
        </div>
        <FileButton variant="filled" accept={acceptedFiles} onFiles={onFiles}>
          Add files
        </FileButton>
      </div>
      <ul className={classes.specimens}>
        {specimens.map((specimen) => (
          <li key={specimen.name}>
            <SpecimenCell specimen={specimen} />
          </li>
        ))}
      </ul>
      <p className={classes.other}>
        Have a table that is already one row per store? Drop it instead of sales and product map.
      </p>
    </section>
  )
}

function SpecimenCell({ specimen }: { readonly specimen: Specimen }) {
  const { name, need, what, head, rows } = specimen
  return (
    <>
      <p className={classes.name}>
        <b>{name}</b>
        <span>{need}</span>
      </p>
      <p className={classes.what}>{what}</p>
      <table className={classes.mini} aria-label={`How ${name.toLowerCase()} may look`}>
        <thead>
          <tr>
            {head.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join(' ')}>
              {row.map((cell) => (
                <td key={cell}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
