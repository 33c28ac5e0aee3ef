// Runs before first paint so that the page never flashes in the wrong scheme. A file, not an
// inline script: the content security policy allows no inline script. The key is Mantine's own.
{
  const kept = (() => {
    try {
      return localStorage.getItem('mantine-color-scheme-value')
    } catch {
      // Storage may be refused (private windows, policy); the system's scheme is used then.
      return null
    }
  })()
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  const scheme = kept === 'light' || kept === 'dark' ? kept : system
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme)
}
