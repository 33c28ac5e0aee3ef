/** Hands bytes to the browser's download: nothing leaves the machine. */
export function saveFile(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The download has begun, but some browsers read the address a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
