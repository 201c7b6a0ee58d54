import { createHash } from 'node:crypto'
import { invalid, notFound } from '#sandbox/hubspot/portal/refusal.ts'
import { conversions } from '#sandbox/hubspot/seed/contact-timeline.ts'
import { FORM_FIELD } from '#sandbox/hubspot/seed/plant-places.ts'
import { type Plant, weaveIn } from '#sandbox/seed/plant.ts'
import type { Population, SeedPerson } from '#sandbox/seed/population.ts'
import { type ApiHandler, limitOf } from './api-context.ts'
import { requireScopes } from './tokens.ts'

interface Submission {
  readonly person: SeedPerson
  /** What was typed into the free-text field. */
  readonly words: string | undefined
  readonly at: number
}

export interface Forms {
  /** Names by form guid. */
  readonly names: ReadonlyMap<string, string>
  /** Newest first. */
  submissions(guid: string): readonly Submission[]
}

/** Forms are known by what people submitted; submissions are gathered when first asked for. */
export function createForms(population: Population, plant: Plant): Forms {
  const gather = () => {
    const byGuid = new Map<string, { name: string; submissions: Submission[] }>()
    for (const person of population.people) {
      const words = wordsOf(person, plant)
      for (const { at, text } of conversions(person)) {
        const guid = guidOf(text)
        const form = byGuid.get(guid) ?? { name: text, submissions: [] }
        byGuid.set(guid, form)
        form.submissions.push({ person, at, words })
      }
    }
    for (const { submissions } of byGuid.values()) submissions.sort((a, b) => b.at - a.at)
    return byGuid
  }
  let gathered: ReturnType<typeof gather> | undefined
  const forms = () => (gathered ??= gather())
  return {
    get names() {
      return new Map([...forms()].map(([guid, { name }]) => [guid, name]))
    },
    submissions: (guid) => forms().get(guid)?.submissions ?? [],
  }
}

export function formListHandler(forms: Forms, population: Population): ApiHandler {
  return (call) => {
    requireScopes(call.token, ['forms'])
    const at = new Date(population.baseTime - 300 * 86_400_000).toISOString()
    const results = [...forms.names].map(([id, name]) => ({
      id,
      name,
      formType: 'hubspot',
      archived: false,
      createdAt: at,
      updatedAt: at,
    }))
    return { status: 200, body: { results } }
  }
}

/** No contact id, only what was typed in: fifty a page, newest first. */
export function submissionsHandler(forms: Forms): ApiHandler {
  return (call) => {
    requireScopes(call.token, ['forms'])
    const guid = call.params['guid'] ?? ''
    if (!forms.names.has(guid)) throw notFound('No form with this guid exists')
    const limit = limitOf(call.query['limit'], { otherwise: 20, most: 50 })
    const start = Number(call.query['after'] ?? 0)
    if (!Number.isInteger(start) || start < 0) throw invalid('after is not valid')
    const all = forms.submissions(guid)
    const results = all.slice(start, start + limit).map(submissionJson)
    const end = start + limit
    return {
      status: 200,
      body: { results, ...(end < all.length && { paging: { next: { after: String(end) } } }) },
    }
  }
}

function wordsOf(person: SeedPerson, plant: Plant): string | undefined {
  const token = plant(FORM_FIELD, person.index)
  return token === undefined ? person.message : weaveIn('text', person.message, token)
}

function submissionJson({ person, at, words }: Submission): unknown {
  const value = (name: string, text: string) => ({ name, value: text, objectTypeId: '0-1' })
  return {
    conversionId: guidOf(`${person.index}:${at}`),
    submittedAt: at,
    pageUrl: 'https://www.harbor-example-care.example/contact',
    values: [
      value('email', person.email),
      value('firstname', person.firstName),
      ...(words === undefined ? [] : [value('message', words)]),
    ],
  }
}

function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
