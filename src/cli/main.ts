import type { Io } from './io'
import { runCommandLine } from './run-command-line'

let isCanceled = false

/** The first Ctrl-C ends the run after the assets under way; the second ends the process. */
process.once('SIGINT', () => {
  isCanceled = true
  process.stderr.write('canceling after the assets under way; press again to stop at once\n')
})

// A reader that closes early (`| head`) is no failure of ours.
process.stdout.on('error', (error) => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error
})

const io: Io = {
  out: (text) => void process.stdout.write(text),
  outBytes: (bytes) => void process.stdout.write(bytes),
  isTerminal: process.stdout.isTTY,
  log: (line) => void process.stderr.write(`${line}\n`),
  cwd: process.cwd(),
  isCanceled: () => isCanceled,
}

// The code is set, not forced: standard output may still be under way to a pipe.
process.exitCode = await runCommandLine(process.argv.slice(2), io)
