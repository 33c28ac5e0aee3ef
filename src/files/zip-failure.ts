import { FileError } from './failure'

/** Why an archive is refused, each in words. */
export function notAZip(): FileError {
  return new FileError({
    code: 'not_a_zip',
    message: 'This is not a zip file, or its end is missing.',
    path: '',
    hint: 'Download it again; a run bundle ends in .zip.',
  })
}

export function damaged(what: string): FileError {
  return new FileError({
    code: 'zip_damaged',
    message: `The zip file is damaged: ${what}.`,
    path: '',
    hint: 'Download it again, or copy it again from where it came.',
  })
}

export function unsupported(what: string): FileError {
  return new FileError({
    code: 'zip_unsupported',
    message: `The zip file cannot be read here: ${what}.`,
    path: '',
    hint: 'Use the file as it was downloaded, not one that was packed anew.',
  })
}

export function unsafeName(name: string): FileError {
  return new FileError({
    code: 'zip_unsafe_name',
    message: `The zip file holds a name that leads out of its folder: ${JSON.stringify(name)}.`,
    path: name,
    hint: 'Do not unpack it. Ask for the bundle again from where it came.',
  })
}

export function twice(name: string): FileError {
  return new FileError({
    code: 'zip_name_twice',
    message: `The zip file holds two files named ${name}.`,
    path: name,
    hint: 'Use the file as it was downloaded, not one that was packed anew.',
  })
}

export function entryTooLarge(name: string, size: number, most: number): FileError {
  return new FileError({
    code: 'zip_entry_too_large',
    message: `${name} would unpack to ${size} bytes; no more than ${most} are expected.`,
    path: name,
    hint: 'Use the file as it was downloaded, not one that was packed anew.',
  })
}

export function tooLarge(name: string): FileError {
  return new FileError({
    code: 'zip_too_large',
    message: `A zip file cannot hold more than 4 GB; it was full at ${name}.`,
    path: name,
    hint: 'Leave the data out, and keep the files beside the zip.',
  })
}
