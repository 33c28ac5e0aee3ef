import { guessAlphabet } from './guess-alphabet'

/**
 * A code page for bytes that are not UTF-8: an East Asian one where it reads every byte and nearly
 * all it reads is everyday script, one of another alphabet where its letters come as they do in
 * words, else windows-1252. Shown to the user, who can change it.
 */
export function guessLegacyEncoding(bytes: Uint8Array): string {
  if (isNearlyUtf8(bytes)) return 'utf-8'
  if (looksWestern(bytes)) return guessAlphabet(bytes, 'central europe') ?? 'windows-1252'
  const scores = eastAsian.map(({ encoding, isEveryday }) => ({
    encoding,
    share: canDecode(bytes, encoding) ? isEveryday(bytes, encoding) : 0,
  }))
  // Ties go to the earlier.
  const best = scores.reduce((a, b) => (b.share > a.share ? b : a))
  if (best.share > 0.8) return best.encoding
  return guessAlphabet(bytes, 'words') ?? (holdsIdeographs(bytes) ? 'gbk' : 'windows-1252')
}

/** Old and Japanese forms, which only GBK has among the encodings of Chinese. */
function holdsIdeographs(bytes: Uint8Array): boolean {
  return canDecode(bytes, 'gbk') && kanaShare(bytes, 'gbk') > 0.8
}

/** A few bytes that are no UTF-8 among many characters that are: those are replaced and counted. */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes, { stream: true })
  const nWrong = text.match(/\ufffd/g)?.length ?? 0
  const nRight = (text.match(/\P{ASCII}/gu)?.length ?? 0) - nWrong
  return nRight >= 20 && nRight > 20 * nWrong
}

/** Accented letters stand alone between ASCII ones; other scripts come as runs of bytes. */
function looksWestern(bytes: Uint8Array): boolean {
  let nHigh = 0
  let nAlone = 0
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] < 0x80) continue
    nHigh++
    if (!(bytes[i - 1] >= 0x80) && !(bytes[i + 1] >= 0x80)) nAlone++
  }
  return nAlone > 0.5 * nHigh
}

type Share = (bytes: Uint8Array, encoding: string) => number

/** Of encodings that read the same bytes the everyday characters tell, by the rows they stand in. */
const eastAsian: readonly { readonly encoding: string; readonly isEveryday: Share }[] = [
  { encoding: 'shift_jis', isEveryday: kanaShare },
  { encoding: 'euc-jp', isEveryday: eucJapaneseShare },
  {
    encoding: 'euc-kr',
    isEveryday: pairShare((lead, trail) => isIn(lead, 0xb0, 0xc8) && trail > 0xa0),
  },
  {
    encoding: 'gbk',
    isEveryday: pairShare(
      (lead, trail) => trail > 0xa0 && (isIn(lead, 0xb0, 0xd7) || isIn(lead, 0xa1, 0xa3)),
    ),
  },
  { encoding: 'big5', isEveryday: pairShare((lead) => isIn(lead, 0xa4, 0xc6) || lead === 0xa1) },
]

function canDecode(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** Half-width kana are left out: they are what Chinese bytes become in Shift_JIS. */
const kanaAndIdeographs = /[\u3000-\u30ff\u4e00-\u9fff\uff00-\uff5e]/g

function kanaShare(bytes: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding).decode(bytes, { stream: true })
  const nBeyondAscii = text.match(/\P{ASCII}/gu)?.length ?? 0
  return nBeyondAscii === 0 ? 0 : (text.match(kanaAndIdeographs)?.length ?? 0) / nBeyondAscii
}

/** Without kana among them the same pairs are Korean or Chinese. */
function eucJapaneseShare(bytes: Uint8Array, encoding: string): number {
  const kana = pairShare((lead) => lead === 0xa4 || lead === 0xa5)(bytes, encoding)
  if (kana < 0.1) return 0
  return pairShare((lead, trail) => trail > 0xa0 && isIn(lead, 0xa1, 0xcf))(bytes, encoding)
}

/** The share of the two-byte characters that `isEveryday` knows. */
function pairShare(isEveryday: (lead: number, trail: number) => boolean): Share {
  return (bytes) => {
    let nPairs = 0
    let nEveryday = 0
    for (let i = 0; i + 1 < bytes.length; i++) {
      if (bytes[i] < 0x81) continue
      nPairs++
      if (isEveryday(bytes[i], bytes[i + 1])) nEveryday++
      i++
    }
    return nPairs === 0 ? 0 : nEveryday / nPairs
  }
}

function isIn(byte: number, from: number, to: number): boolean {
  return byte >= from && byte <= to
}
