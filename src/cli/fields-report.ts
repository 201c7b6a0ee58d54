import type { ListDeps } from '#src/approve-allow-list.ts'
import type { CrmField } from '#src/connector-port.ts'
import type { Remark } from '#src/privacy/allow-list-file/serialise-allow-list.ts'
import {
  type AllowedField,
  type AllowList,
  FIELD_SOURCES,
  type FieldSource,
} from '#src/privacy/allowed-field.ts'
import type { FieldJudgement, Verdict } from '#src/privacy/field-judgement.ts'
import { judgeField } from '#src/privacy/judge-field.ts'
import { readableFields } from '#src/privacy/readable-fields.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output } from './output.ts'

export interface JudgedSchema {
  readonly fields: readonly { readonly field: CrmField; readonly judgement: FieldJudgement }[]
  /** Required by the list and gone, hidden or refused. */
  readonly vanished: readonly { readonly source: FieldSource; readonly field: string }[]
}

export function judgeSchema(schema: readonly CrmField[], allowList: AllowList): JudgedSchema {
  const fields = schema.map((field) => ({ field, judgement: judgeField(field, allowList) }))
  const vanished = FIELD_SOURCES.flatMap((source) => {
    const known = new Map(
      schema.filter((field) => field.source === source).map((field) => [field.field, field]),
    )
    // An object we may not describe is another matter than a field that is gone.
    if (known.size === 0) return []
    const { vanished: names } = readableFields(allowList, source, (name) => known.get(name))
    return names.map((field) => ({ source, field }))
  })
  return { fields, vanished }
}

/** Each proposal as a comment of the file. */
export function remarksOf({ fields }: JudgedSchema): Partial<Record<FieldSource, Remark[]>> {
  const remarks: Partial<Record<FieldSource, Remark[]>> = {}
  for (const { field, judgement } of fields) {
    const source = FIELD_SOURCES.find((known) => known === field.source)
    if (source === undefined) continue
    for (const { entry, why, unmapped } of judgement.proposals) {
      const open = unmapped === 0 ? '' : `; ${unmapped} of its values still need a code`
      const look = judgement.verdict === 'risky' ? '; look twice, it is risky' : ''
      ;(remarks[source] ??= []).push({ why: `${why}${open}${look}`, entry })
    }
  }
  return remarks
}

const TITLES: Readonly<Record<Verdict, string>> = {
  allowed: 'Allowed: read and coded at once',
  available: 'Available: nothing speaks against mapping these',
  risky: 'Risky: look twice before mapping',
  refused: 'Refused: not read unless mapped with a recorded basis',
}
const VERDICTS = ['allowed', 'available', 'risky', 'refused'] as const

/** Tables for people, one object a field for programs. Schema only; no value of any record. */
export function reportFields(
  { portal, current }: ListDeps,
  { fields, vanished }: JudgedSchema,
  output: Output,
): ExitCode {
  for (const { field, judgement } of fields) output.object(asObject(field, judgement))
  for (const gone of vanished) output.object({ ...gone, verdict: 'vanished' })
  const list = current.version === 0 ? 'the list that ships' : `version ${current.version}`
  output.line(`${portal}, by ${list}`)
  for (const verdict of VERDICTS) {
    const rows = fields.filter(({ judgement }) => judgement.verdict === verdict)
    output.line()
    output.line(output.colour.bold(`${TITLES[verdict]} (${rows.length})`))
    if (rows.length === 0) continue
    output.table(
      ['object', 'field', 'label', 'type', verdict === 'available' ? 'could become' : 'why'],
      rows.map(({ field, judgement }) => [
        field.source,
        field.field,
        field.label,
        field.type,
        whyOf(judgement),
      ]),
    )
  }
  warnOfVanished(vanished, output)
  return vanished.length === 0 ? EXIT.ok : EXIT.incomplete
}

function whyOf({ reasons, proposals }: FieldJudgement): string {
  const facts = proposals.map(({ entry }) => entry.fact)
  const could = facts.length === 0 ? [] : [`Could become ${facts.join(' or ')}.`]
  return [...reasons.map(({ text }) => text), ...could].join(' ')
}

function asObject(field: CrmField, { verdict, facts, reasons, proposals }: FieldJudgement): object {
  const { source, field: name, label, type } = field
  return {
    source,
    field: name,
    label,
    type,
    verdict,
    facts,
    reasons: reasons.map(({ code }) => code),
    proposals: proposals.map(({ entry, why, unmapped }) => ({
      ...asProposal(entry),
      why,
      unmapped,
    })),
  }
}

function asProposal({ fact, coder }: AllowedField): object {
  return { fact, as: coder.as }
}

function warnOfVanished(vanished: JudgedSchema['vanished'], output: Output): void {
  if (vanished.length === 0) return
  output.line()
  output.problem(
    `Gone, hidden or refused, though the list needs them: ${vanished
      .map(({ source, field }) => `${source} ${field}`)
      .join(', ')}.`,
  )
  output.problem(
    'While a consent field is gone nobody it may concern is scored or reached. Show it to the user Leadwell connects as, or approve a list without it.',
  )
}
