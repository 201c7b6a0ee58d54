import type { ChangePage } from '#src/connector-port.ts'
import { readParticipants } from '../reading/participants.ts'
import { readVisitors } from '../sources/event-occurrences.ts'
import { readSubmitters } from '../sources/form-submissions.ts'
import type { Attendance } from '../sources/marketing-events.ts'
import { ACTIVITY_TYPES } from '../transport/paths.ts'
import { type ChangesDeps, changedActivities, changedRecords } from './changed-objects.ts'
import { type Cursor, type Position, parseCursor } from './cursor.ts'

/**
 * What search tells of since the cursor. Deleted records never appear in a search: they come by webhook,
 * or are found missing when next read.
 */
export async function readChanges(
  deps: ChangesDeps & { readonly attendance: Attendance },
  cursor: unknown,
  sinceMs: number,
): Promise<ChangePage> {
  const from = parseCursor(cursor, sinceMs, deps.now())
  const companies = await changedRecords(deps, 'companies', from.companies)
  const contacts = await changedRecords(deps, 'contacts', from.contacts)
  const next: Partial<Record<keyof Cursor, Position>> = {
    companies: companies.position,
    contacts: contacts.position,
  }
  const touched = new Set<string>()
  for (const type of ACTIVITY_TYPES) {
    const activity = await changedActivities(deps, type, from[type])
    next[type] = activity.position
    for (const id of activity.contactIds) touched.add(id)
  }
  const submitters = await readSubmitters(deps, from.forms)
  const visitors = await readVisitors(deps, from.visits)
  const participants = await readParticipants(deps.attendance, from.attendance)
  for (const { contactIds } of [submitters, visitors, participants]) {
    for (const id of contactIds) touched.add(id)
  }
  return {
    changed: [...companies.changed, ...contacts.changed],
    touched: [...touched].map((id) => ({ object: 'contact', id })),
    deleted: [],
    cursor: {
      ...next,
      forms: submitters.position,
      visits: visitors.position,
      attendance: participants.position,
    },
  }
}
