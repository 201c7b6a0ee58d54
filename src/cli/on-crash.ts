import { errorCode } from '#src/errors.ts'
import { EXIT } from './exit-codes.ts'

/**
 * What no one caught ends the process with its code and nothing else: Node would print message and
 * stack, which may quote what a CRM or a database said.
 */
export function endOnCrash(stderr: NodeJS.WritableStream, exit: (code: number) => void): void {
  const end = (error: unknown): void => {
    stderr.write(`leadwell: something unexpected went wrong [${errorCode(error)}]\n`)
    exit(EXIT.failed)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
}
