import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { Writable } from 'node:stream'
import { PermanentError } from '#src/errors.ts'

/** Where scored rows go: under a working name until all of them are there. */
export interface OutputFile {
  readonly stream: Writable
  keep(): Promise<void>
  discard(): Promise<void>
}

/** Throws PermanentError `usage` when the output is the input, by whatever name. */
export async function openOutput(
  out: string,
  input: string,
  stdout: NodeJS.WritableStream,
): Promise<OutputFile> {
  if (out === '-') return { stream: withoutEnd(stdout), keep: nothing, discard: nothing }
  const [target, source] = await Promise.all([stat(out).catch(() => undefined), stat(input)])
  if (target !== undefined && target.dev === source.dev && target.ino === source.ino) {
    throw new PermanentError('usage', 'The output would overwrite the input; name another --out.')
  }
  const working = `${out}.partial`
  return {
    stream: createWriteStream(working),
    keep: () => rename(working, out),
    discard: () => rm(working, { force: true }),
  }
}

const nothing = async (): Promise<void> => undefined

/** Standard output stays open for the summary. */
function withoutEnd(stdout: NodeJS.WritableStream): Writable {
  return new Writable({
    decodeStrings: false,
    write: (chunk: string | Buffer, _encoding, done) => {
      stdout.write(chunk, (error) => done(error))
    },
  })
}
