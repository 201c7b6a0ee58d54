import type { Facts, SafeRecord } from '../ports.ts'
import { mayKeepActivity, withoutTracked } from './do-not-track.ts'
import { is, yes } from './fact-questions.ts'

type Kept = Pick<SafeRecord, 'facts' | 'activities'>

/**
 * What may be kept of a record, before anything is stored and before it is decided on. Of who asked to
 * be forgotten only that remains, so that nothing is decided by mistake until the record is erased. A
 * crisis stays known whatever else goes: 16 CFR 312.5(c)(5) puts a child's safety first, and so do we.
 */
export function keepOnly<Signs extends Kept>(record: Signs): Signs {
  const { facts } = record
  if (yes('shouldForget')(facts)) return reducedTo(record, ['shouldForget'])
  if (yes('doNotProcess')(facts)) return reducedTo(record, ['doNotProcess', ...crisisIn(facts)])
  if (is('ageBand', 'under-13')(facts)) {
    return reducedTo(record, ['ageBand', ...crisisIn(facts)])
  }
  return yes('doNotTrack')(facts) ? dropTracking(record) : record
}

function crisisIn(facts: Facts): readonly string[] {
  return yes('crisis')(facts) ? ['crisis'] : []
}

function reducedTo<Signs extends Kept>(record: Signs, names: readonly string[]): Signs {
  return {
    ...record,
    facts: filtered(record.facts, (name) => names.includes(name)),
    activities: [],
  }
}

function dropTracking<Signs extends Kept>(record: Signs): Signs {
  const { facts, activities } = record
  return {
    ...record,
    facts: withoutTracked(facts),
    activities: activities.filter((activity) => mayKeepActivity(facts, activity)),
  }
}

function filtered(facts: Facts, keeps: (name: string) => boolean): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => keeps(name)))
}
