import { useEffect, useRef, useState } from 'react'
import { formatAmount } from '../../ui/number-format'
import classes from './drop-veil.module.css'

export type DropVeilProps = {
  /** `folders`: which of them are folders, whose files are not asked for. */
  readonly onDrop: (files: readonly File[], folders: ReadonlySet<File>) => void
}

/** The whole window takes files; while they hang over it, it says so. */
export function DropVeil({ onDrop }: DropVeilProps) {
  const [count, setCount] = useState<number | null>(null)
  const take = useRef(onDrop)
  useEffect(() => {
    take.current = onDrop
  }, [onDrop])
  useEffect(() => {
    const over = (event: DragEvent) => {
      const items = [...(event.dataTransfer?.items ?? [])].filter(({ kind }) => kind === 'file')
      if (items.length === 0) return
      event.preventDefault()
      setCount(items.length)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setCount(null)
    }
    const drop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      setCount(null)
      take.current(files, foldersIn([...(event.dataTransfer?.items ?? [])]))
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  if (count === null) return null
  return (
    <div className={classes.veil}>
      <b>Drop {formatAmount(count, 'file')}</b>
      <span>They are read here, not uploaded.</span>
    </div>
  )
}

/** A folder comes as a file that cannot be read; only its entry says what it is. */
function foldersIn(items: readonly DataTransferItem[]): ReadonlySet<File> {
  const folders = items.filter((item) => item.webkitGetAsEntry()?.isDirectory === true)
  return new Set(folders.flatMap((item) => item.getAsFile() ?? []))
}
