/** What a command has of the world around it, so that a test can stand in for the terminal. */
export type Io = {
  /** The answer: standard output. */
  readonly out: (text: string) => void
  /** An answer that is no text: standard output too. */
  readonly outBytes: (bytes: Uint8Array) => void
  /** Whether standard output is shown to a person, who cannot read bytes. */
  readonly isTerminal: boolean
  /** One line of progress or explanation: standard error. */
  readonly log: (line: string) => void
  /** Folder that relative paths of the command line start from. */
  readonly cwd: string
  /** Asked between assets; true after the first Ctrl-C. */
  readonly isCanceled: () => boolean
}
