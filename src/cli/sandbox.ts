import { startSandbox } from '#sandbox/start-sandbox.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output } from './output.ts'
import { untilAborted } from './until-aborted.ts'

export interface SandboxCommand {
  readonly people: number
  readonly seed: number
  readonly port: number
  /** Keep what is written here; memory only when absent. */
  readonly folder: string | undefined
}

/** `leadwell sandbox`: the two local CRMs alone, until stopped. */
export async function runSandbox(
  { people, seed, port, folder }: SandboxCommand,
  output: Output,
  signal: AbortSignal,
): Promise<ExitCode> {
  const sandbox = await startSandbox({
    people,
    seed,
    hubspotPort: port,
    salesforcePort: port === 0 ? 0 : port + 1,
    folder,
    now: Date.now,
  })
  const { hubspot, salesforce } = sandbox
  const { clientId, clientSecret, orgId } = salesforce.sandbox
  output.object({
    hubspot: { url: hubspot.url, accessToken: hubspot.accessToken },
    salesforce: { url: salesforce.url, orgId, clientId, clientSecret },
  })
  output.line('Sandbox running. In another terminal, for HubSpot:')
  output.line(`  export HUBSPOT_API_URL=${hubspot.url} HUBSPOT_ACCESS_TOKEN=${hubspot.accessToken}`)
  output.line('  npm run -s leadwell -- connect hubspot')
  output.line('and for Salesforce:')
  output.line(
    `  export SALESFORCE_LOGIN_URL=${salesforce.url} SALESFORCE_CLIENT_ID=${clientId} SALESFORCE_CLIENT_SECRET=${clientSecret}`,
  )
  output.line('  npm run -s leadwell -- connect salesforce')
  output.line('Stop it with Ctrl-C.')
  await untilAborted(signal)
  await sandbox.close()
  return EXIT.ok
}
