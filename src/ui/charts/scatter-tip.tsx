import type { ReactNode } from 'react'
import type { Place, Size } from './scatter-geometry'
import classes from './scatter.module.css'

export type ScatterTipProps = {
  readonly at: Place
  readonly size: Size
  readonly children: ReactNode
}

const tipWidth = 248

/** Stands beside its point, on the side where there is room. */
export function ScatterTip({ at: [x, y], size, children }: ScatterTipProps) {
  const isLeft = x + tipWidth + 16 > size.width
  const left = isLeft ? Math.max(0, x - tipWidth - 12) : x + 12
  const isAbove = y > size.height / 2
  return (
    <div
      className={classes.tip}
      style={isAbove ? { left, bottom: size.height - y - 8 } : { left, top: y - 8 }}
    >
      {children}
    </div>
  )
}
