import { type PushSetting, pushSetting, pushTrouble, setPush } from '#jobs/push-setting.ts'
import type { Config } from '#src/config.ts'
import { crmOf } from '#src/crm-of.ts'
import { PermanentError } from '#src/errors.ts'
import type { PortalId } from '#src/ports.ts'
import type { Store } from '#src/store/store.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output } from './output.ts'
import { withRuntime } from './with-runtime.ts'

export interface PushCommand {
  readonly portal: PortalId
  readonly channel?: string | undefined
  readonly off: boolean
}

/**
 * `leadwell push <portal> [--channel <name> | --off]`: how a Salesforce organisation tells us of changes
 * besides being polled. Without an option it says how things are and where outbound messages go.
 */
export function runPush(
  config: Config,
  { portal, channel, off }: PushCommand,
  output: Output,
): Promise<ExitCode> {
  return withRuntime(config, async ({ store, now }) => {
    const { webhookKey } = await store.portals.require(portal)
    if (crmOf(portal) !== 'salesforce') throw notSalesforce()
    if (channel !== undefined && off) {
      output.problem('Give either --channel or --off.')
      return EXIT.usage
    }
    if (channel !== undefined || off) await set(store, portal, channel, now())
    const setting = await pushSetting(store, portal)
    const trouble = await pushTrouble(store, portal)
    const outboundUrl = `${config.publicUrl ?? 'https://<your host>'}/webhooks/salesforce/${webhookKey}`
    output.object({ portal, channel: setting?.channel, trouble: trouble?.code, outboundUrl })
    output.line(stateOf(setting, trouble?.code))
    output.line('Outbound messages may be sent to this address; whoever has it can send to it:')
    output.line(`  ${outboundUrl}`)
    return EXIT.ok
  })
}

async function set(
  store: Store,
  portal: PortalId,
  channel: string | undefined,
  since: number,
): Promise<void> {
  await store.transaction(async (inner) => {
    await setPush(inner, portal, channel === undefined ? undefined : { channel, since })
    const action = channel === undefined ? 'push-off' : 'push-on'
    // Without its slash a channel is a code, which is all the ledger takes.
    const detail = channel === undefined ? {} : { channel: channel.slice(1) }
    await inner.ledger.append(portal, { kind: 'admin', actor: 'operator', action, detail })
  })
}

function stateOf(setting: PushSetting | undefined, trouble: string | undefined): string {
  if (setting === undefined) return 'Change events are off: changes are found by polling.'
  const on = `Change events come over ${setting.channel}; a running "leadwell start" listens.`
  return trouble === undefined
    ? on
    : `${on}\nNot at the moment (${trouble}): only polled until then.`
}

function notSalesforce(): PermanentError {
  return new PermanentError(
    'push-salesforce-only',
    'Only Salesforce portals have change events; HubSpot sends webhooks of its own accord.',
  )
}
