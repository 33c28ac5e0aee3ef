// AssemblyScript: compiled to WebAssembly when the app is built. Sizes agree with `wasm-scanner.ts`.

export const batchRows: i32 = 2048
const maxSlots: i32 = 64
const maxCells: i32 = maxSlots * batchRows

/** Bytes that are looked at together, with room for the signs that stand behind them. */
export const chunkSize: i32 = 3 << 15
const padding: i32 = 128

/** Readers look at so many bytes before the end of a cell. */
const before: usize = 16
export const chunk: usize = memory.data(before + chunkSize + padding, 16) + before
/** By column of the file: the slot that its cells go to, or -1. */
export const slots: usize = memory.data(4 * 256, 16)
/** The text that the first cell of an ordinary row is not. */
export const notFirst: usize = memory.data(chunkSize, 16)

/** Of a cell, at slot x `batchRows` + row. Places count from the first byte of the window. */
export const starts: usize = memory.data(4 * maxCells, 16)
export const ends: usize = memory.data(4 * maxCells, 16)
export const repeats: usize = memory.data(maxCells, 16)
/** Of a row. */
export const lines: usize = memory.data(8 * batchRows, 16)
export const digits: usize = memory.data(8 * batchRows, 16)
export const forms: usize = memory.data(batchRows, 16)
