import type { Role } from '../assets/source'
import type { AssetRecord, RunRecord } from './contract'

/** One reason why an asset differs from its last materialization. */
export type Cause = OwnCause | UpstreamCause

/** Something that the asset reads itself. */
export type OwnCause =
  | { readonly kind: 'code'; readonly before: string; readonly after: string }
  | {
      readonly kind: 'params'
      readonly name: string
      readonly before: unknown
      readonly after: unknown
    }
  /** Files by name; empty where the role had, or has, none. */
  | {
      readonly kind: 'data'
      readonly role: Role
      readonly before: readonly string[]
      readonly after: readonly string[]
    }
  /** The run whose ids are carried on, by its number. */
  | { readonly kind: 'baseline'; readonly before: number | null; readonly after: number | null }
  | { readonly kind: 'overrides'; readonly before: number; readonly after: number }

/** What it reads directly that is not what it was when the asset was made. */
export type UpstreamCause = {
  readonly kind: 'dependencies'
  readonly upstream: readonly UpstreamChange[]
}

/** By id (`key[partition]`); without causes where there was no such asset then. */
export type UpstreamChange = { readonly id: string; readonly causes: readonly Cause[] }

/** What a run was made of, and what it made. */
export type EarlierRun = Pick<RunRecord, 'configuration' | 'inputs' | 'baseline' | 'assets'>

/** A successful record of an asset, with the run that tells what it was made of. */
export type EarlierRecord = { readonly record: AssetRecord; readonly run: EarlierRun }

/** Where a chain of stale assets begins: the asset, what changed in it, and the way from there. */
export type RootCause = {
  readonly id: string
  readonly cause: OwnCause
  /** Ids from the root down to the asset that was asked about, both included. */
  readonly path: readonly string[]
}
