import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createInstruments } from '#src/metrics/instruments.ts'
import { createSharedGauges } from '#src/metrics/shared-gauges.ts'

const Dashboard = z.object({
  panels: z.array(
    z.object({
      title: z.string(),
      type: z.string(),
      description: z.string().optional(),
      targets: z.array(z.object({ expr: z.string() })).default([]),
    }),
  ),
})
const { panels } = Dashboard.parse(
  JSON.parse(readFileSync('deploy/grafana/leadwell.json', 'utf8')) as unknown,
)
const queries = panels.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ title, expr })))

const { registry } = createInstruments()
createSharedGauges(registry)
const metrics = registry.getMetricsAsArray()

/** What a query may select: histograms are stored as three series. */
const series = new Map(
  metrics.flatMap((metric) =>
    ['', '_bucket', '_count', '_sum'].map((suffix) => [
      `${metric.name}${suffix}`,
      labelsOf(metric),
    ]),
  ),
)

function labelsOf(metric: object): readonly string[] {
  return z.object({ labelNames: z.array(z.string()) }).parse(metric).labelNames
}

describe('the Grafana dashboard', () => {
  it('asks for metrics that exist, in every panel', () => {
    const unknown = queries.flatMap(({ title, expr }) =>
      [...expr.matchAll(/\b(?:leadwell|process|nodejs)_\w+/g)]
        .filter(([name]) => !series.has(name))
        .map(([name]) => `${title}: ${name}`),
    )

    expect(queries.length).toBeGreaterThan(25)
    expect(unknown).toEqual([])
  })

  it('selects by labels that its metrics have', () => {
    const unknown = queries.flatMap(({ title, expr }) =>
      [...expr.matchAll(/(\w+)\{([^}]*)\}/g)].flatMap(([, name = '', selector = '']) =>
        [...selector.matchAll(/(\w+)(?==~|!=|=)/g)]
          .filter(([label]) => label !== 'le' && !series.get(name)?.includes(label))
          .map(([label]) => `${title}: ${name} has no ${label}`),
      ),
    )

    expect(unknown).toEqual([])
  })

  it('shows every metric of ours somewhere', () => {
    const all = queries.map(({ expr }) => expr).join('\n')

    const unseen = metrics.map(({ name }) => name).filter((name) => name.startsWith('leadwell_'))

    expect(unseen.filter((name) => !all.includes(name))).toEqual([])
  })

  it('says of every panel what it shows', () => {
    const silent = panels.filter(({ type, description }) => type !== 'row' && !description)

    expect(silent).toEqual([])
  })
})

describe('labels', () => {
  it('name nothing that could be a person, a record or a path', () => {
    const labels = new Set(
      metrics.filter(({ name }) => name.startsWith('leadwell_')).flatMap(labelsOf),
    )

    expect([...labels].toSorted()).toEqual([
      'crm',
      'hold',
      'job',
      'kind',
      'lane',
      'model',
      'outcome',
      'pool',
      'portal',
      'route',
      'state',
      'status',
      'tier',
    ])
  })
})
