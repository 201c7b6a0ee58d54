import { percent } from '#src/calibration/figures.ts'
import type { Config } from '#src/config.ts'
import { PermanentError } from '#src/errors.ts'
import type { SegmentService, SegmentStanding } from '#src/http/api/services.ts'
import type { PortalId } from '#src/ports.ts'
import { createSegmentService } from '#src/segment-service.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output } from './output.ts'
import { withRuntime } from './with-runtime.ts'

export interface SegmentsCommand {
  readonly portal: PortalId
  /** Id of the proposal as the list shows it. */
  readonly approve: string | undefined
  readonly withdraw: boolean
  /** `segment-1=Benefits teams`, each. */
  readonly name: readonly string[]
  readonly by: string | undefined
}

/** `leadwell segments <portal>`: what was proposed and what is in force; approve it, withdraw it. */
export function runSegments(
  config: Config,
  command: SegmentsCommand,
  output: Output,
): Promise<ExitCode> {
  return withRuntime(config, async (runtime) => {
    const service = createSegmentService(runtime)
    if (command.approve !== undefined && command.withdraw) throw twoThings()
    if (command.approve === undefined && !command.withdraw) {
      showStanding(command.portal, await service.get(command.portal), output)
      return EXIT.ok
    }
    return await change(service, command, output)
  })
}

async function change(
  service: SegmentService,
  { portal, approve: proposal, name, by = '' }: SegmentsCommand,
  output: Output,
): Promise<ExitCode> {
  const names = Object.fromEntries(name.map(readName))
  const { approved, run } =
    proposal === undefined
      ? await service.withdraw(portal, by)
      : await service.approve(portal, { proposal, names }, by)
  output.object({ portal, approved, run: run.id, records: run.total })
  output.line(approved === null ? 'Segments are withdrawn.' : 'These segments are in force.')
  const records = run.total.toLocaleString('en')
  output.line(
    `Run ${run.id} goes through ${records} people; a running "leadwell start" does the work.`,
  )
  return EXIT.ok
}

function showStanding(
  portal: PortalId,
  { proposed, approved }: SegmentStanding,
  output: Output,
): void {
  output.object({ portal, proposed, approved })
  if (proposed === null) {
    output.line(`None were proposed yet. A report proposes them: leadwell report ${portal}`)
  } else {
    const { id, at, looked, segments } = proposed
    const day = new Date(at).toISOString().slice(0, 10)
    output.line(`Proposal ${id} of ${day}: ${segments.length} of ${looked} close differently.`)
    output.table(
      ['key', 'people', 'close', 'what sets it apart'],
      segments.map(({ key, records, closing, traits }) => [
        key,
        records,
        `${percent(closing.rate)} (${percent(closing.low)} to ${percent(closing.high)})`,
        traits.join('\n'),
      ]),
    )
  }
  if (approved === null) output.line('None are in force.')
  else output.line(`In force since version ${approved.version}, by ${approved.by}:`)
  for (const [key, name] of Object.entries(approved?.names ?? {})) {
    output.line(`  ${key}: ${name}`)
  }
}

function readName(text: string): readonly [key: string, name: string] {
  const at = text.indexOf('=')
  if (at > 0) return [text.slice(0, at).trim(), text.slice(at + 1)]
  throw new PermanentError(
    'segment-name-malformed',
    'A name is given as a key and what it is to be called.',
    'Write it as: --name segment-1="Benefits teams"',
  )
}

function twoThings(): PermanentError {
  return new PermanentError(
    'segments-unclear',
    'Segments are either approved or withdrawn.',
    'Leave out --approve or --withdraw.',
  )
}
