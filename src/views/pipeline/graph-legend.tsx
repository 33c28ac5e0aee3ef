import { PartitionStrip } from '../../ui/charts/asset-tile-face'
import { StatusGlyph } from '../../ui/status-glyph'
import classes from './pipeline-view.module.css'

/** What the glyphs and bars mean. */
export function GraphLegend() {
  return (
    <p className={classes.legend}>
      <span>
        <StatusGlyph status="fresh" /> fresh
      </span>
      <span>
        <StatusGlyph status="fresh" running /> running
      </span>
      <span>
        <StatusGlyph status="stale" /> stale
      </span>
      <span>
        <StatusGlyph status="missing" /> missing
      </span>
      <span>
        <StatusGlyph status="failed" /> failed
      </span>
      <span>
        <PartitionStrip bars={['cached', 'done', 'running', 'queued']} /> a bar is a category:
        cached, done, running, queued
      </span>
    </p>
  )
}
