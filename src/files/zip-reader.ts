import { Inflate } from 'fflate'
import { createCRC32 } from 'hash-wasm'
import { FileError } from './failure'
import { damaged, entryTooLarge, notAZip, twice, unsafeName, unsupported } from './zip-failure'

/** One file of an archive, as its directory tells it. */
export type ZipMember = {
  readonly name: string
  /** Bytes when inflated. */
  readonly size: number
  readonly packedSize: number
  readonly crc: number
  readonly isDeflated: boolean
  /** Where its local header starts. */
  readonly offset: number
}

export type Zip = { readonly blob: Blob; readonly members: ReadonlyMap<string, ZipMember> }

/** A run of 80 categories has some hundreds. */
const mostMembers = 20_000
/** The end of the directory: 22 bytes, then a comment. */
const endSize = 22
const longestComment = 65_535
const pieceSize = 1 << 16

/**
 * Reads the directory of a zip archive; no file of it is inflated yet.
 * @throws {FileError} not a zip, damaged, names that lead out of a folder or come twice, zip64
 */
export async function openZip(blob: Blob): Promise<Zip> {
  const { at, nMembers } = await findDirectory(blob)
  const directory = await viewOf(blob, at.start, at.end)
  const members = new Map<string, ZipMember>()
  const seen = new Set<string>()
  let offset = 0
  for (let i = 0; i < nMembers; i++) {
    const { member, next } = readMember(directory, offset)
    offset = next
    if (!isSafe(member.name)) throw unsafeName(member.name)
    // Some file systems know no case: there the two would be one.
    const key = member.name.toLowerCase()
    if (seen.has(key)) throw twice(member.name)
    seen.add(key)
    members.set(member.name, member)
  }
  const nPacked = [...members.values()].reduce((sum, { packedSize }) => sum + packedSize, 0)
  if (nPacked > blob.size) throw damaged('its files overlap')
  return { blob, members }
}

/**
 * A file of the archive, inflated piece by piece. Not a byte more than the directory says is given
 * out, and the end is only reached when length and checksum are right.
 * @throws {FileError} `zip_damaged`
 */
export async function* readZipped({ blob }: Zip, member: ZipMember): AsyncGenerator<Uint8Array> {
  const crc = await createCRC32()
  crc.init()
  let nDone = 0
  for await (const bytes of unpack(blob, member)) {
    nDone += bytes.length
    if (nDone > member.size) throw damaged(`${member.name} is longer than it says`)
    crc.update(bytes)
    yield bytes
  }
  if (nDone !== member.size) throw damaged(`${member.name} is cut off`)
  const expected = member.crc.toString(16).padStart(8, '0')
  if (crc.digest('hex') !== expected) throw damaged(`the checksum of ${member.name} is wrong`)
}

/**
 * A whole text of the archive.
 * @param most bytes that it may have
 * @throws {FileError} `zip_damaged`, or `zip_entry_too_large`
 */
export async function readZippedText(zip: Zip, member: ZipMember, most: number): Promise<string> {
  if (member.size > most) throw entryTooLarge(member.name, member.size, most)
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const texts: string[] = []
  try {
    for await (const bytes of readZipped(zip, member))
      texts.push(decoder.decode(bytes, { stream: true }))
    texts.push(decoder.decode())
  } catch (error) {
    if (error instanceof FileError) throw error
    throw damaged(`${member.name} is not text`)
  }
  return texts.join('')
}

async function findDirectory(blob: Blob) {
  const from = Math.max(0, blob.size - endSize - longestComment)
  const tail = await viewOf(blob, from, blob.size)
  for (let i = tail.byteLength - endSize; i >= 0; i--) {
    if (tail.getUint32(i, true) !== 0x06054b50) continue
    const nMembers = tail.getUint16(i + 10, true)
    const size = tail.getUint32(i + 12, true)
    const start = tail.getUint32(i + 16, true)
    if (nMembers === 0xffff || start === 0xffffffff) throw unsupported('it is a zip64 archive')
    if (nMembers > mostMembers) throw damaged(`it says it holds ${nMembers} files`)
    if (start + size > from + i) throw damaged('its directory is cut off')
    return { at: { start, end: start + size }, nMembers }
  }
  throw notAZip()
}

function readMember(directory: DataView, at: number) {
  if (at + 46 > directory.byteLength || directory.getUint32(at, true) !== 0x02014b50)
    throw damaged('its directory is damaged')
  const flags = directory.getUint16(at + 8, true)
  const method = directory.getUint16(at + 10, true)
  const nameEnd = at + 46 + directory.getUint16(at + 28, true)
  const next = nameEnd + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true)
  if (next > directory.byteLength) throw damaged('its directory is damaged')
  const bytes = new Uint8Array(directory.buffer, directory.byteOffset + at + 46, nameEnd - at - 46)
  const name = new TextDecoder('utf-8').decode(bytes)
  if ((flags & 1) === 1) throw unsupported(`${name} is encrypted`)
  if (method !== 0 && method !== 8) throw unsupported(`${name} is packed by method ${method}`)
  const member: ZipMember = {
    name,
    crc: directory.getUint32(at + 16, true),
    packedSize: directory.getUint32(at + 20, true),
    size: directory.getUint32(at + 24, true),
    offset: directory.getUint32(at + 42, true),
    isDeflated: method === 8,
  }
  return { member, next }
}

async function* unpack(blob: Blob, member: ZipMember): AsyncGenerator<Uint8Array> {
  const header = await viewOf(blob, member.offset, member.offset + 30)
  if (header.byteLength < 30 || header.getUint32(0, true) !== 0x04034b50)
    throw damaged(`${member.name} is not where it should be`)
  const start = member.offset + 30 + header.getUint16(26, true) + header.getUint16(28, true)
  const end = start + member.packedSize
  if (end > blob.size) throw damaged(`${member.name} is cut off`)
  let inflated: Uint8Array[] = []
  const inflate = new Inflate((bytes) => inflated.push(bytes))
  for (let at = start; at < end; at += pieceSize) {
    const stop = Math.min(at + pieceSize, end)
    const piece = new Uint8Array(await blob.slice(at, stop).arrayBuffer())
    if (!member.isDeflated) {
      yield piece
      continue
    }
    try {
      inflate.push(piece, stop === end)
    } catch {
      throw damaged(`${member.name} cannot be unpacked`)
    }
    yield* inflated
    inflated = []
  }
}

async function viewOf(blob: Blob, start: number, end: number): Promise<DataView> {
  return new DataView(await blob.slice(start, end).arrayBuffer())
}

/** A name that stays in the folder into which the archive is unpacked, on every system. */
function isSafe(name: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control signs are what it looks for
  if (name === '' || /[\u0000-\u001f\\:]/.test(name)) return false
  const parts = name.replace(/\/$/, '').split('/')
  return parts.every((part) => part !== '' && part !== '.' && part !== '..')
}
