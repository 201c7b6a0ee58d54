import type { Config } from '../config.ts'
import type { Portal } from '../ports.ts'
import type { Finding } from './finding.ts'

const AREA = 'webhooks'
const PATIENCE_MS = 5_000

/** Whether CRMs can reach this service by the address it is known under. */
export async function checkWebhooks(
  config: Pick<Config, 'publicUrl' | 'hubspot'>,
  portals: readonly Portal[],
): Promise<readonly Finding[]> {
  const real = portals.filter(({ sandbox, status }) => !sandbox && status === 'connected')
  if (real.length === 0) return []
  const findings: Finding[] = []
  if (real.some(({ crm }) => crm === 'hubspot') && config.hubspot.clientSecret === undefined) {
    findings.push({
      area: AREA,
      check: 'signature',
      level: 'note',
      says: 'HubSpot webhooks cannot be verified and are refused; polls find changes later',
      todo: 'Set HUBSPOT_CLIENT_SECRET to the client secret of the app.',
    })
  }
  return [...findings, await checkAddress(config.publicUrl)]
}

async function checkAddress(publicUrl: string | undefined): Promise<Finding> {
  const address = { area: AREA, check: 'address' } as const
  if (publicUrl === undefined) {
    const todo = 'Set PUBLIC_URL to the https address this service is reached by.'
    return { ...address, level: 'note', says: 'PUBLIC_URL is not set', todo }
  }
  if (!publicUrl.startsWith('https://')) {
    const todo = 'CRMs call https addresses only: put a proxy with a certificate in front.'
    return { ...address, level: 'problem', says: 'PUBLIC_URL is not https', todo }
  }
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const { status } = await fetch(`${publicUrl}/healthz`, { signal, redirect: 'manual' })
    if (status === 200) return { ...address, level: 'ok', says: 'reached from here' }
    const says = `answered ${status} instead of 200`
    return { ...address, level: 'problem', says, todo: 'Check the proxy in front of Leadwell.' }
  } catch {
    const todo = 'Start the web role, and check the proxy, the name and the certificate.'
    return { ...address, level: 'problem', says: 'does not answer from here', todo }
  }
}
