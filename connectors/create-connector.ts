import type { Connector } from '#src/connector-port.ts'
import { crmOf } from '#src/crm-of.ts'
import type { Crm } from '#src/ports.ts'
import type { ConnectorDeps } from './connector-deps.ts'
import { createHubspotConnector } from './hubspot/connector.ts'
import { createSalesforceConnector } from './salesforce/connector.ts'

const FACTORIES: Record<Crm, (deps: ConnectorDeps) => Connector> = {
  hubspot: createHubspotConnector,
  salesforce: createSalesforceConnector,
}

/** The connector of a portal's CRM. A new CRM is one folder and one line here. */
export function createConnector(deps: ConnectorDeps): Connector {
  return FACTORIES[crmOf(deps.portal.id)](deps)
}
