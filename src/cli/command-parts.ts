import { InvalidArgumentError } from 'commander'
import type { Config } from '#src/config.ts'
import { isPortalId } from '#src/crm-of.ts'
import { PermanentError } from '#src/errors.ts'
import type { PortalId } from '#src/ports.ts'
import type { ExitCode } from './exit-codes.ts'
import type { Output, OutputStreams } from './output.ts'

/** What a command is run with. */
export interface Context {
  readonly config: () => Config
  readonly output: (options: { json?: boolean }) => Output
  readonly signal: AbortSignal
  readonly streams: OutputStreams
}

/** A command's code is loaded when it runs: help and offline scoring need no CRM client. */
export type Run = (context: Context) => Promise<ExitCode>

export const JSON_OPTION = [
  '--json',
  'machine-readable output: one JSON object a line on stdout',
] as const

export function count(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 0) {
    throw new InvalidArgumentError('Not a whole number.')
  }
  return number
}

export function portalId(value: string): PortalId {
  if (!isPortalId(value)) {
    throw new PermanentError(
      'portal-malformed',
      'A portal id looks like hubspot:123 or salesforce:00D….',
      'List the portals there are with: leadwell portals',
    )
  }
  return value
}
