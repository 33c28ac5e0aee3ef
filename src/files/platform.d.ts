/**
 * The only platform objects that this folder may use, the same in a page, a worker and Node.
 * Compiled without a DOM so that nothing else of it exists here.
 */
interface ReadableStreamReadResult {
  readonly done: boolean
  readonly value?: Uint8Array<ArrayBuffer>
}
interface ReadableStreamDefaultReader {
  read(): Promise<ReadableStreamReadResult>
  cancel(): Promise<void>
  releaseLock(): void
}
/** Fills the memory of a given view, which it takes over: what comes back is over the same bytes. */
interface ReadableStreamBYOBReader {
  read(view: Uint8Array<ArrayBuffer>): Promise<ReadableStreamReadResult>
  cancel(): Promise<void>
}
interface ReadableStream {
  getReader(): ReadableStreamDefaultReader
  getReader(options: { readonly mode: 'byob' }): ReadableStreamBYOBReader
}
interface Blob {
  readonly size: number
  slice(start?: number, end?: number): Blob
  stream(): ReadableStream
  arrayBuffer(): Promise<ArrayBuffer>
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  readonly encoding: string
  decode(input?: Uint8Array | ArrayBuffer, options?: { stream?: boolean }): string
}
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>
}

declare function atob(base64: string): string

interface Digests {
  digest(algorithm: string, data: Uint8Array): Promise<ArrayBuffer>
}
/** On plain http browsers have no `subtle`. */
declare const crypto: { readonly subtle?: Digests } | undefined

declare namespace WebAssembly {
  type Module = { readonly [Symbol.toStringTag]: string }
  type Instance = { readonly exports: object }
  const Module: new (bytes: Uint8Array<ArrayBuffer>) => Module
  const Instance: new (module: Module) => Instance
  class CompileError extends Error {}
  function validate(bytes: Uint8Array<ArrayBuffer>): boolean
}

/** Compiled when the app is built: see `assemblyScript` in `.ci/vite-plugins.mjs`. */
declare module '*?assemblyscript' {
  export const base64: string
}
