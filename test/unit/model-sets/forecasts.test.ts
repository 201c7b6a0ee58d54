import { describe, expect, it } from 'vitest'
import { WRITE_BATCH } from '#connectors/hubspot/writing/write.ts'
import { WRITE_BATCH_SIZE } from '#connectors/salesforce/writing/write.ts'
import { forecastReady, parseCapacity } from '#src/model-sets/capacity.ts'
import { forecastWrites, WRITE_RATES } from '#src/model-sets/write-forecast.ts'

describe('the forecast of writes', () => {
  it('carries as many records a call as the connectors do', () => {
    expect(WRITE_RATES.hubspot.recordsPerCall).toBe(WRITE_BATCH)
    expect(WRITE_RATES.salesforce.recordsPerCall).toBe(WRITE_BATCH_SIZE)
  })

  it('fills the last call of each object in HubSpot', () => {
    const forecast = forecastWrites({ writes: { contact: 101, lead: 1 } }, WRITE_RATES.hubspot)

    expect(forecast).toMatchObject({ records: 102, calls: 3 })
  })

  it('lets objects share calls in Salesforce', () => {
    const forecast = forecastWrites({ writes: { contact: 600, lead: 400 } }, WRITE_RATES.salesforce)

    expect(forecast.calls).toBe(1)
  })

  it('tells minutes at the rate of the portal', () => {
    const rate = { ...WRITE_RATES.hubspot, callsPerSecond: 10 }

    expect(forecastWrites({ writes: { contact: 60_000 } }, rate).minutes).toBe(1)
  })

  it('is nothing where nothing changes', () => {
    expect(forecastWrites({ writes: {} }, WRITE_RATES.hubspot)).toMatchObject({
      records: 0,
      calls: 0,
      minutes: 0,
    })
  })
})

describe('what a team can take on', () => {
  it.each([
    ['4/day', 4],
    ['14/week', 2],
    ['3.5/week', 0.5],
  ])('reads %s', (text, aDay) => {
    expect(parseCapacity(text)).toBe(aDay)
  })

  it.each(['18', '18/year', '0/week', '-3/day', 'many/day', ''])('refuses %j', (text) => {
    expect(() => parseCapacity(text)).toThrowError(
      expect.objectContaining({ code: 'capacity-malformed' }),
    )
  })

  it('is compared with those who come up in a day', () => {
    const counts = { ready: { before: 5, after: 40 }, fresh: { before: 14, after: 84 } }

    expect(forecastReady(counts, 2)).toEqual({
      ready: { before: 5, after: 40 },
      aDay: { before: 0.5, after: 3 },
      capacityADay: 2,
      backlogDays: 20,
      exceeds: true,
    })
    expect(forecastReady(counts, 4).exceeds).toBe(false)
    expect(forecastReady(counts, undefined).exceeds).toBeUndefined()
  })
})
