import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createHubspotSandbox, type HubspotSandbox } from './hubspot/create-hubspot-sandbox.ts'
import { openJournal } from './journal.ts'
import { listen } from './listen.ts'
import {
  createSalesforceSandbox,
  type SalesforceSandbox,
} from './salesforce/create-salesforce-sandbox.ts'
import { createPopulation } from './seed/create-population.ts'
import { PLANT_NOTHING, type Plant } from './seed/plant.ts'

const HUBSPOT_APP = {
  accessToken: 'sandbox-hubspot-token',
  clientId: 'sandbox-hubspot-client',
  clientSecret: 'sandbox-hubspot-secret',
}

export interface SandboxOptions {
  readonly people: number
  readonly seed: number
  /** 0 for any free port. */
  readonly hubspotPort: number
  readonly salesforcePort: number
  /** Where what was written is kept between runs; memory only when absent. */
  readonly folder: string | undefined
  readonly now: () => number
  /** Weaves tokens into what is seeded, at the places of `CANARY_PLACES`. */
  readonly plant?: Plant
}

/** The running pair and everything needed to connect to it; none of it opens anything real. */
export interface Sandbox {
  readonly hubspot: {
    readonly url: string
    readonly sandbox: HubspotSandbox
    readonly accessToken: string
    readonly clientId: string
    readonly clientSecret: string
  }
  readonly salesforce: {
    readonly url: string
    readonly sandbox: SalesforceSandbox
  }
  setTargets(targets: { hubspot: string; salesforce: string }): void
  close(): Promise<void>
}

/** Starts a local HubSpot portal and a local Salesforce org with the same made-up population. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { folder, people, seed, now, plant = PLANT_NOTHING } = options
  if (folder !== undefined) mkdirSync(folder, { recursive: true })
  const header = { seed, people, baseTime: now() }
  const file = (name: string): string | undefined =>
    folder === undefined ? undefined : join(folder, `${name}.jsonl`)
  const journals = {
    hubspot: openJournal(file('hubspot'), header),
    salesforce: openJournal(file('salesforce'), header),
  }
  const hubspot = createHubspotSandbox({
    population: createPopulation(journals.hubspot.header),
    journal: journals.hubspot,
    now,
    plant,
    ...HUBSPOT_APP,
  })
  const salesforce = createSalesforceSandbox({
    population: createPopulation(journals.salesforce.header),
    journal: journals.salesforce,
    now,
    plant,
  })
  const hubspotServer = await listen(hubspot.app, options.hubspotPort)
  const salesforceServer = await listen(salesforce.app, options.salesforcePort)

  return {
    hubspot: {
      url: hubspotServer.url,
      sandbox: hubspot,
      ...HUBSPOT_APP,
    },
    salesforce: {
      url: salesforceServer.url,
      sandbox: salesforce,
    },
    setTargets: (targets) => {
      hubspot.setWebhookTarget(targets.hubspot)
      salesforce.setOutboundTarget(targets.salesforce)
    },
    close: async () => {
      hubspot.close()
      await salesforce.close()
      await Promise.all([hubspotServer.close(), salesforceServer.close()])
      journals.hubspot.close()
      journals.salesforce.close()
    },
  }
}
