import { describe, expect, it } from 'vitest'
import { keepOnly } from '#src/consent/keep-only.ts'
import type { Activity, Facts } from '#src/ports.ts'

const activities: readonly Activity[] = [
  { kind: 'page-viewed', category: 'pricing', at: 1 },
  { kind: 'email-opened', category: 'other', at: 2 },
  { kind: 'email-clicked', category: 'other', at: 3 },
  { kind: 'email-replied', category: 'other', at: 4 },
  { kind: 'form-submitted', category: 'contact', at: 5 },
]
const facts: Facts = {
  state: 'NY',
  role: 'other',
  serviceLine: 'telehealth',
  pageViews: 9,
  lastPageViewAt: 1,
  lastPageCategory: 'pricing',
  emailOpens: 2,
  emailClicks: 1,
  lastEmailOpenAt: 2,
  lastEmailClickAt: 3,
  emailReplies: 1,
  formSubmissions: 1,
}
const kept = (more: Facts) => keepOnly({ facts: { ...facts, ...more }, activities })

describe('what is kept of a record', () => {
  it('is all of it where nobody objected', () => {
    const record = { facts: { ...facts, ageBand: '13-17', doNotProfile: true }, activities }

    expect(keepOnly(record)).toBe(record)
  })

  it.each<[string, Facts, Facts]>([
    ['a child', { ageBand: 'under-13' }, { ageBand: 'under-13' }],
    ['who must not be processed', { doNotProcess: true }, { doNotProcess: true }],
    ['who asked to be forgotten', { shouldForget: true }, { shouldForget: true }],
    [
      'a child who must not be processed',
      { ageBand: 'under-13', doNotProcess: true },
      { doNotProcess: true },
    ],
    [
      'a child who asked to be forgotten while in crisis',
      { ageBand: 'under-13', shouldForget: true, crisis: true },
      { shouldForget: true },
    ],
  ])('of %s is that alone, and no activity', (_who, more, left) => {
    expect(kept(more)).toEqual({ facts: left, activities: [] })
  })

  it('includes a crisis, so that help is not lost with the rest', () => {
    expect(kept({ ageBand: 'under-13', crisis: true }).facts).toEqual({
      ageBand: 'under-13',
      crisis: true,
    })
    expect(kept({ doNotProcess: true, crisis: true }).facts).toEqual({
      doNotProcess: true,
      crisis: true,
    })
    expect(kept({ doNotProcess: true, crisis: false }).facts).toEqual({ doNotProcess: true })
  })

  it('of who must not be tracked leaves out pages and what was opened, not what they did on purpose', () => {
    expect(kept({ doNotTrack: true })).toEqual({
      facts: {
        state: 'NY',
        role: 'other',
        serviceLine: 'telehealth',
        emailReplies: 1,
        formSubmissions: 1,
        doNotTrack: true,
      },
      activities: activities.slice(3),
    })
  })

  it('leaves the record itself as it was, and the rest of it in place', () => {
    const tracked: Facts = { ...facts, doNotTrack: true }
    const record = { id: '7', facts: tracked, activities }

    expect(keepOnly(record).id).toBe('7')
    expect(tracked['pageViews']).toBe(9)
    expect(record.activities).toHaveLength(5)
  })
})
