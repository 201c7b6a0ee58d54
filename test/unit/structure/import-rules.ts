import type { IForbiddenRuleType } from 'dependency-cruiser'
import { CRMS } from '#src/ports.ts'

const base = ['^src/(ports|connector-port|metrics-port|crm-of|record-key|errors)\\.ts$']
const pure = [...base, '^src/(scoring|privacy|consent|handoff|decision|ledger|calibration)/']

function only(from: string, allowed: readonly string[]): IForbiddenRuleType {
  return {
    name: `${from}: imports only what it may`,
    severity: 'error',
    from: { path: `^${from}/` },
    to: {
      path: '^(src|connectors|jobs|sandbox|scripts|test|web|bench)/',
      pathNot: [`^${from}/`, ...allowed],
    },
  }
}

function confine(packages: string, homes: readonly string[]): IForbiddenRuleType {
  return {
    name: `${packages} stays in its home`,
    severity: 'error',
    from: { pathNot: [...homes, '^test/', '^node_modules/', '^bench/'] },
    to: { path: `node_modules/(${packages})/` },
  }
}

/** Which folder may import which. */
export const IMPORT_RULES: IForbiddenRuleType[] = [
  only('src/privacy', [
    ...base,
    '^src/consent/(default-policy|do-not-track|revocation-words)\\.ts$',
    '^src/scoring/(read-yaml|problem|suggest)\\.ts$',
  ]),
  only('src/ledger', base),
  only('src/calibration', [...base, '^src/scoring/']),
  only('src/outcomes', [
    ...base,
    '^src/(scoring|calibration|privacy)/',
    '^src/ledger/actor-of\\.ts$',
    '^src/store/(store|privacy-repositories|score-history)\\.ts$',
  ]),
  only('src/analysis/pages', [
    ...base,
    '^src/calibration/',
    '^src/analysis/results\\.ts$',
    '^src/scoring/document/(plain-words|page-style)\\.ts$',
  ]),
  only('src/scoring', base),
  only('src/consent', base),
  only('src/handoff', [...base, '^src/(scoring|consent)/']),
  only('src/decision', pure),
  only('src/store', [
    ...base,
    '^src/privacy/(safe-record|allowed-field|history-facts)\\.ts$',
    '^src/ledger/',
    '^src/analysis/(results|analysis-request)\\.ts$',
  ]),
  only('src/http', [
    ...base,
    '^src/store/(store|access-repositories|parked-work)\\.ts$',
    '^connectors/[^/]+/(webhook|signature-v2|oauth)\\.ts$',
    '^jobs/catalog\\.ts$',
  ]),
  ...CRMS.map((crm) =>
    only(`connectors/${crm}`, [...base, '^src/privacy/', '^connectors/connector-deps\\.ts$']),
  ),
  only('jobs', [
    ...pure,
    '^src/models\\.ts$',
    '^src/store/(store|privacy-repositories|model-repositories|analysis-repositories|hash-intent-values|timeline)\\.ts$',
  ]),
  only('sandbox', ['^src/errors\\.ts$']),
  confine('@hubspot', ['^connectors/hubspot/', '^crm/hubspot/']),
  confine('jsforce', ['^connectors/salesforce/']),
  confine('bullmq', ['^jobs/']),
  confine('ioredis', ['^jobs/', '^src/(runtime|connector-cache|start-work)\\.ts$']),
  confine('express', ['^src/http/', '^sandbox/']),
  confine('kysely|pg|@electric-sql', ['^src/store/']),
  confine('@faker-js', ['^sandbox/']),
  confine('prom-client', ['^src/metrics/']),
  confine('echarts', ['^src/analysis/pages/']),
  confine('@bull-board', ['^src/http/', '^jobs/queue-board\\.ts$']),
  confine('@grpc|avsc', ['^connectors/salesforce/pubsub/', '^sandbox/salesforce/pubsub/']),
  {
    name: 'one CRM ignores the other',
    severity: 'error',
    from: { path: '^connectors/([^/]+)/' },
    to: { path: '^connectors/[^/]+/', pathNot: '^connectors/$1/' },
  },
  {
    name: 'pure folders do no input or output',
    severity: 'error',
    from: { path: '^src/(scoring|privacy|consent|handoff|decision|ledger|calibration)/' },
    to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|util)$' },
  },
  {
    name: 'shipped code imports no test code',
    severity: 'error',
    from: { pathNot: '^(test|bench)/' },
    to: { path: '^test/' },
  },
  {
    // The image has no development dependencies: an import of one would end the process there only.
    name: 'shipped code imports no development dependency',
    severity: 'error',
    from: { path: '^(src|connectors|jobs|sandbox)/' },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'] },
  },
  { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
]
