import { describe, expect, it } from 'vitest'
import type { Activity, Facts } from '#src/ports.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import { pastWithinRetention, withinRetention } from '#src/privacy/retention.ts'
import { restoreSafeRecord } from '#src/privacy/safe-record.ts'
import { listOf } from './portal-list.ts'

const NOW = Date.UTC(2026, 10, 20)
const daysAgo = (days: number): number => NOW - days * 86_400_000

const record = (facts: Facts, activities: readonly Activity[] = []) =>
  restoreSafeRecord({
    object: 'contact',
    id: '1',
    companyId: '7',
    facts,
    activities,
    fingerprint: 'f',
  })
const visit = (days: number): Activity => ({
  kind: 'page-viewed',
  category: 'pricing',
  at: daysAgo(days),
})

const SHIPPED = shippedAllowList('hubspot')
const kept = (facts: Facts, activities: readonly Activity[] = [], list = SHIPPED) =>
  withinRetention(record(facts, activities), list, NOW)

describe('what is kept of a record', () => {
  it('is everything while it is young, and the record stays what it was', () => {
    const young = record({ createdAt: daysAgo(100), serviceLine: 'outpatient' }, [visit(20)])

    expect(withinRetention(young, SHIPPED, NOW)).toEqual(young)
  })

  it('counts from the last sign of life, not from the first', () => {
    expect(
      kept({ createdAt: daysAgo(2_000), serviceLine: 'outpatient' }, [visit(10)])?.facts,
    ).toHaveProperty('serviceLine')
  })

  it('loses what was asked for after two years of silence and who they are after three', () => {
    const facts = { serviceLine: 'outpatient', role: 'other' }

    expect(kept({ createdAt: daysAgo(730), ...facts })?.facts).toHaveProperty('serviceLine')
    expect(kept({ createdAt: daysAgo(731), ...facts })?.facts).not.toHaveProperty('serviceLine')
    expect(kept({ createdAt: daysAgo(731), ...facts })?.facts).toHaveProperty('role')
    expect(kept({ createdAt: daysAgo(1_096), ...facts })).toBeUndefined()
  })

  it('loses activities by their own dates', () => {
    const activities = [visit(10), visit(729), visit(731)]

    expect(kept({ createdAt: daysAgo(900) }, activities)?.activities).toEqual(
      activities.slice(0, 2),
    )
  })

  it('is nothing at all in the end', () => {
    expect(kept({ createdAt: daysAgo(2_000), emailOptOut: true }, [visit(1_900)])).toBeUndefined()
  })

  it('never lets a no run out before what it forbids', () => {
    const entry = { field: 'x', fact: 'emailOptOut', coder: { as: 'boolean' } } as const
    const list = listOf([
      { ...entry, retentionDays: 30 },
      { field: 'y', fact: 'role', coder: { as: 'vocabulary', name: 'role' }, retentionDays: 900 },
      { field: 'createdate', fact: 'createdAt', coder: { as: 'date' }, retentionDays: 30 },
    ])
    const facts = {
      createdAt: daysAgo(400),
      role: 'other',
      emailOptOut: true,
      consentUnreadable: true,
    }

    expect(kept(facts, [], list)?.facts).toEqual({
      role: 'other',
      emailOptOut: true,
      consentUnreadable: true,
    })
    expect(kept({ emailOptOut: true }, [visit(400)], list)?.facts).toEqual({ emailOptOut: true })
  })

  it('is a no alone for as long as the no is kept', () => {
    expect(kept({ createdAt: daysAgo(1_500), role: 'other', doNotCall: true })?.facts).toEqual({
      doNotCall: true,
    })
  })

  it('is whole where no date tells how old it is', () => {
    expect(kept({ role: 'other' })?.facts).toEqual({ role: 'other' })
  })

  it('is no fact that nobody allows any more', () => {
    expect(kept({ createdAt: daysAgo(1), dropped: 'x' })?.facts).not.toHaveProperty('dropped')
  })

  it('is what lies ahead as if it were today', () => {
    expect(kept({ serviceLine: 'outpatient' }, [visit(-30)])?.facts).toHaveProperty('serviceLine')
  })
})

describe('what is kept of what was known of somebody earlier', () => {
  const past = {
    facts: { serviceLine: 'outpatient', role: 'hr', industry: 'health', gone: 'x' },
    activities: [visit(731), visit(729)],
  }
  const left = (days: number) => {
    const present = {
      object: 'contact' as const,
      facts: { createdAt: daysAgo(days) },
      activities: [],
    }
    return pastWithinRetention(past, present, SHIPPED, NOW)
  }

  it('is what would be kept in the record, their organisation among it', () => {
    expect(left(100).facts).toEqual({ serviceLine: 'outpatient', role: 'hr', industry: 'health' })
    expect(left(731).facts).toEqual({ role: 'hr', industry: 'health' })
    expect(left(1_096).facts).toEqual({})
  })

  it('loses acts by their own dates', () => {
    expect(left(100).activities).toEqual([visit(729)])
  })

  it('is all of it while nothing tells how old it is', () => {
    const present = { object: 'contact' as const, facts: {}, activities: [] }

    expect(pastWithinRetention(past, present, SHIPPED, NOW)).toEqual(past)
  })
})
