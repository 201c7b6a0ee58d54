import type { AccountModel, OrganisationAudience } from './account-model.ts'
import { latestAt, touches } from './account-recency.ts'
import type { AccountPerson } from './account-score.ts'

/** One person who counts. */
export interface Engaged {
  readonly audience: OrganisationAudience
  readonly engagement: number
  readonly role: string | undefined
  /** When they were in touch, oldest first. */
  readonly times: readonly number[]
}

/** Most engaged first. Whoever seeks care, is held or was never scored is not among them. */
export function engagedOf(
  model: AccountModel,
  people: readonly AccountPerson[],
): readonly Engaged[] {
  const { counts, recency } = model
  return people
    .flatMap(({ audience, hold, fit, engagement, role, activities }): Engaged[] => {
      const speaks = model.audiences.find((one) => one === audience)
      if (speaks === undefined || hold !== null || fit === null || engagement === null) return []
      if (engagement < counts.engagement || fit < counts.fit) return []
      if (role !== undefined && counts.exceptRoles.includes(role)) return []
      return [{ audience: speaks, engagement, role, times: touches(recency, activities) }]
    })
    .toSorted(
      (a, b) => b.engagement - a.engagement || (b.times.at(-1) ?? 0) - (a.times.at(-1) ?? 0),
    )
}

/** When any of them was last in touch; epoch ms. */
export function latestOf(engaged: readonly Engaged[], nowMs: number): number | undefined {
  const times = engaged.flatMap((person) => latestAt(person.times, nowMs) ?? [])
  return times.length === 0 ? undefined : Math.max(...times)
}
