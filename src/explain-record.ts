import { timeZoneOf } from '#jobs/time-zone-of.ts'
import { consentCodesFor } from './consent-codes-for.ts'
import type { Explanation } from './decision/decide-intent.ts'
import { PermanentError } from './errors.ts'
import { type Outlook, outlookObject, outlookOf } from './outlook.ts'
import type { Facts, PortalId, RecordRef, SafeRecord } from './ports.ts'
import type { Role } from './privacy/allowed-field.ts'
import { maySeeScore, visibleTo } from './privacy/role-view.ts'
import { recordKey } from './record-key.ts'
import type { Runtime } from './runtime.ts'
import { type Standing, standingOf } from './standing-of.ts'
import { readSupposition } from './what-if-argument.ts'

/** What was read of a record and what it led to, as far as one role may see it. */
export interface RecordExplained {
  readonly portal: PortalId
  readonly ref: RecordRef
  /** Those the role may see. */
  readonly facts: Facts
  /** `undefined` for roles that see no score of one person. */
  readonly scored: Scored | undefined
}

interface Scored {
  readonly standing: Standing
  readonly explanation: Explanation
  /** What counted about consent, in words the role may see. */
  readonly consent: readonly string[]
  /** `undefined` for who may not be scored: a score that must not be is not guessed at either. */
  readonly outlook: Outlook | undefined
}

export interface Asked {
  readonly role: Role
  /** What-ifs as given, such as `webinar-attended`; all of them come true at once. */
  readonly suppose?: readonly string[]
}

/** Decides anew from what is stored. Throws PermanentError for a what-if the model does not know. */
export async function explainRecord(
  runtime: Runtime,
  portal: PortalId,
  record: SafeRecord,
  { role, suppose = [] }: Asked,
): Promise<RecordExplained> {
  const { store, deciders } = runtime
  const ref: RecordRef = { object: record.object, id: record.id }
  const now = runtime.now()
  const allowList = await runtime.allowListFor(portal)
  const previous = await store.intents.values(portal, [ref])
  const explanation = (await deciders.deciderFor(store, portal)).explain({
    record,
    companyFacts: await companyFacts(runtime, portal, record),
    previous: previous.get(recordKey(ref)),
    policy: allowList.policy,
    timeZone: await timeZoneOf(store, portal),
    now,
  })
  const { part2, because } = explanation.consent
  const part2Consented = part2 && !because.includes('part2-consent-missing')
  // What is held for auditing only is nothing the decision saw, and yet was read of the record.
  const read = { ...explanation.facts, ...record.facts }
  const facts = visibleTo(role, allowList, read, { part2Consented })
  if (!maySeeScore(role)) return { portal, ref, facts, scored: undefined }
  const { values } = explanation.decision
  const { audience, score } = values
  const { models } = await deciders.modelsFor(store, portal)
  const model = audience === null || score === null ? undefined : models.get(audience)
  const subject = { facts: explanation.facts, activities: record.activities }
  const outlook =
    model &&
    outlookOf(model, subject, {
      suppositions: suppose.map((text) => readSupposition(text, model.source)),
      now,
    })
  const consent = consentCodesFor(role, because)
  const standing = await standingOf(store, portal, { ref, values })
  return { portal, ref, facts, scored: { standing, explanation, consent, outlook } }
}

/** The same as one object for programs. */
export function explainedObject({ portal, ref, facts, scored }: RecordExplained): object {
  if (scored === undefined) return { portal, record: ref, facts }
  const { standing, explanation, consent, outlook } = scored
  const { values, nextChangeAt } = explanation.decision
  return {
    portal,
    record: ref,
    written: standing.state === 'written',
    standing,
    ...values,
    nextChangeAt: nextChangeAt ?? null,
    consent,
    facts,
    reasons: explanation.reasons,
    ...(outlook === undefined ? {} : outlookObject(outlook)),
  }
}

/**
 * The first of these records that was read of a portal. Throws PermanentError `record-unknown`, or
 * `record-forgotten` where reading anew would bring nothing.
 */
export async function findPerson(
  { store }: Pick<Runtime, 'store'>,
  portal: PortalId,
  refs: readonly RecordRef[],
): Promise<SafeRecord> {
  const people = refs.filter(({ object }) => object !== 'company')
  const [record] = await store.records.get(portal, people)
  if (record !== undefined) return record
  if ((await store.erasure.forgotten(portal, people)).size > 0) throw forgotten(portal)
  throw new PermanentError(
    'record-unknown',
    `No contact or lead with that id has been read from ${portal}.`,
    `Check the id, or read what is new with: leadwell sync ${portal} --wait`,
  )
}

function forgotten(portal: PortalId): PermanentError {
  return new PermanentError(
    'record-forgotten',
    `The record with that id was forgotten in ${portal}: nothing is kept of it, and it is not read again.`,
    'Nothing is to be done. Should it be read again after all, somebody lifts that with: leadwell erase <portal> <record> --lift',
  )
}

async function companyFacts(
  { store }: Runtime,
  portal: PortalId,
  { companyId }: SafeRecord,
): Promise<Facts | undefined> {
  if (companyId === undefined) return undefined
  const [company] = await store.records.get(portal, [{ object: 'company', id: companyId }])
  return company?.facts
}
