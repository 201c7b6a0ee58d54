import type { SafeRecord } from '#src/ports.ts'
import type { Attendance } from '../sources/marketing-events.ts'
import type { CrmObject } from '../transport/answers.ts'
import { type ActivityIds, type ReadDeps, readActivities } from './activity-reader.ts'
import { signalsOf } from './contact-signals.ts'
import { toRecord } from './records.ts'
import { withSubscriptions } from './subscriptions.ts'
import { timelineOf } from './timeline.ts'

export interface ContactDeps extends ReadDeps {
  readonly attendance: Attendance
  readonly now: () => number
}

/** What is known of contacts besides their own properties. */
export interface ContactMore {
  readonly activityIds: ActivityIds
  readonly companyIdOf: (contact: CrmObject) => string | undefined
}

/** Records of narrowed contacts, told the same whether they were listed or read. */
export async function contactRecords(
  deps: ContactDeps,
  contacts: readonly CrmObject[],
  { activityIds, companyIdOf }: ContactMore,
): Promise<SafeRecord[]> {
  const { vanished } = await deps.schema.of('contacts')
  const [told, activities, attended] = await Promise.all([
    withSubscriptions(deps, contacts),
    readActivities(deps, activityIds),
    deps.attendance.byContact(),
  ])
  const coding = { allowList: deps.allowList, vanished }
  return told.map((contact) =>
    toRecord(coding, 'contacts', contact, {
      activities: timelineOf(
        {
          objects: activities.get(contact.id) ?? [],
          signals: signalsOf(deps.allowList, contact),
          attended: attended.get(contact.id) ?? [],
        },
        deps.now(),
      ),
      associatedCompanyId: companyIdOf(contact),
    }),
  )
}
