import { type Command, CommanderError } from 'commander'
import { errorCode, PermanentError, TransientError } from '#src/errors.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'

/** Codes that mean the command line or the configuration is wrong, not that work failed. */
const USAGE_CODES: ReadonlySet<string> = new Set([
  'config-invalid',
  'not-configured',
  'portal-unknown',
  'portal-malformed',
  'record-unknown',
  'model-invalid',
  'model-unknown',
  'list-invalid',
  'file-unreadable',
  'if-malformed',
  'map-invalid',
  'allow-list-invalid',
  'allow-list-unfit',
  'approver-missing',
  'token-name-invalid',
  'token-name-taken',
  'token-unknown',
  'record-ambiguous',
  'model-unfit',
  'note-missing',
  'capacity-malformed',
  'usage',
  'outcomes-invalid',
  'change-group-unknown',
])

export interface Program {
  readonly command: Command
  /** How the command that ran ended. */
  exitCode(): ExitCode
}

/** Runs one command line. Every failure is one message for a person, never a stack trace. */
export async function runProgram(
  program: Program,
  argv: readonly string[],
  stderr: NodeJS.WritableStream,
): Promise<ExitCode> {
  try {
    await program.command.parseAsync(argv)
    return program.exitCode()
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
    stderr.write(`${await describe(error)}\n`)
    return USAGE_CODES.has(errorCode(error)) ? EXIT.usage : EXIT.failed
  }
}

/** Codes of errors about a file the person at the terminal wrote; they quote its keys, not the CRM. */
const ABOUT_OWN_FILES: ReadonlySet<string> = new Set([
  'config-invalid',
  'model-invalid',
  'model-unfit',
  'list-invalid',
  'map-invalid',
  'allow-list-invalid',
  'outcomes-invalid',
])

/** A message that tells who somebody is, which none should, is left out; the code stays. */
async function describe(error: unknown): Promise<string> {
  const code = errorCode(error)
  const text = fullText(error)
  // Its word lists take a third of a second to load: most commands end without them.
  const { guardText } = await import('#src/privacy/egress-guard.ts')
  const mayShow = ABOUT_OWN_FILES.has(code) || guardText('error', text) === 'clean'
  return mayShow ? text : `leadwell: the message was withheld [${code}]`
}

function fullText(error: unknown): string {
  if (error instanceof PermanentError) {
    const hint = error.hint === undefined ? '' : `\n${error.hint}`
    return `leadwell: ${error.message} [${error.code}]${hint}`
  }
  if (error instanceof TransientError) {
    return `leadwell: ${error.message} [${error.code}]\nNothing is lost; try again later.`
  }
  return `leadwell: something unexpected went wrong [${errorCode(error)}]\nRun it again with LOG_LEVEL=debug and report the code.`
}
