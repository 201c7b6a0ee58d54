import type { OutcomeWithTruth } from '#sandbox/seed/outcomes-with-truth.ts'
import type { SeedActivity, SeedCompany } from '#sandbox/seed/population.ts'
import {
  ACTIVITY_CATEGORIES,
  type Activity,
  type ActivityCategory,
  type ActivityKind,
  type FactValue,
} from '#src/ports.ts'
import { meetingActivities } from '#src/privacy/meeting-activities.ts'
import type { VocabularyName } from '#src/privacy/vocabularies.ts'
import { VOCABULARIES } from '#src/privacy/vocabulary-tables.ts'
import type { Subject } from '#src/scoring/score.ts'

/** A seeded person as a model sees them when it is decided: coded by the product's own vocabularies. */
export function subjectOf(
  { person, decidedAt }: OutcomeWithTruth,
  companies: readonly SeedCompany[],
): Subject {
  const company = person.companyIndex === undefined ? undefined : companies[person.companyIndex]
  const facts: Record<string, FactValue | undefined> = {
    inquiryType: coded('inquiry-type', person.inquiry),
    requestedContact: coded('requested-contact', person.contactRequest),
    role: coded('role', person.title),
    emailClass: VOCABULARIES['email-class'].code(person.email),
    source: coded('lead-source', person.source),
    industry: coded('industry', company?.industry),
    organisationType: coded('organisation-type', company?.type),
    companySize: company?.employees,
    selfInsured: company?.selfInsured,
  }
  const entries = Object.entries(facts).flatMap(([fact, value]): [string, FactValue][] =>
    value === undefined ? [] : [[fact, value]],
  )
  return {
    facts: Object.fromEntries(entries),
    activities: person.activities
      .flatMap((activity) => codedActivity(activity))
      .filter(({ at }) => at <= decidedAt),
  }
}

/** Made-up people share a few dozen texts, and reading one takes many regular expressions. */
const known = new Map<string, string>()

function codeOf(name: VocabularyName, text: string): string {
  const key = `${name} ${text}`
  const code = known.get(key) ?? VOCABULARIES[name].code(text)
  known.set(key, code)
  return code
}

/** The spelling a CRM would have: `call_today` is `call today`. */
function coded(name: VocabularyName, value: string | undefined): string | undefined {
  return value === undefined ? undefined : codeOf(name, value.replaceAll('_', ' '))
}

function codedActivity(seeded: SeedActivity): readonly Activity[] {
  const { at, kind } = seeded
  const plain = (own: ActivityKind, category: ActivityCategory = 'other'): Activity[] => [
    { kind: own, category, at },
  ]
  switch (kind) {
    case 'page-viewed':
      return plain(kind, categoryOf('page-category', seeded.url))
    case 'form-submitted':
      return plain(kind, categoryOf('form-category', seeded.form))
    case 'call':
      return plain(seeded.connected ? 'call-connected' : 'call-no-answer')
    case 'message':
      return seeded.inbound ? plain('message-received') : []
    case 'webinar':
      return seeded.attended ? plain('webinar-attended', 'webinar') : []
    case 'meeting':
      return meetingActivities({ ...seeded, heldAt: seeded.at })
    case 'email-opened':
    case 'email-clicked':
    case 'email-replied':
      return plain(kind)
    case 'email-sent':
    case 'note':
    case 'task':
      return []
  }
}

function categoryOf(name: VocabularyName, text: string): ActivityCategory {
  const code = codeOf(name, text)
  return ACTIVITY_CATEGORIES.find((one) => one === code) ?? 'other'
}
