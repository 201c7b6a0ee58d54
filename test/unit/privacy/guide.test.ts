import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PermanentError } from '#src/errors.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import { parseAllowList } from '#src/privacy/allow-list-file/parse-allow-list.ts'
import { factsOf } from '#src/privacy/facts.ts'
import { codeFields } from '#src/privacy/safe-record.ts'

const GUIDE = readFileSync('docs/guides/allow-list.md', 'utf8')
const BLOCKS = [...GUIDE.matchAll(/^```(yaml|json|text)\n(.*?)^```/gms)].map(
  ([, kind = '', text = '']) => ({ kind, text }),
)
const EXAMPLES = BLOCKS.flatMap(({ kind, text }, index) => {
  const next = BLOCKS[index + 1]
  return kind === 'yaml' ? [{ file: text, after: next?.kind === 'yaml' ? undefined : next }] : []
})

/** What is said of a wrong file, without its first line. */
function toldOf(file: string): string {
  try {
    parseAllowList(file, 'list.yaml')
    return ''
  } catch (error) {
    if (!(error instanceof PermanentError)) throw error
    return error.message.split('\n').slice(1).join('\n')
  }
}

interface Coded {
  readonly fields: Readonly<Record<string, unknown>>
  readonly facts: object
}

const numbered = EXAMPLES.map((example, index) => [index + 1, example] as const)
const wrong = numbered.filter(([, { after }]) => after?.kind === 'text')
const right = numbered.filter(([, { after }]) => after?.kind !== 'text')

describe('the guide to the allow-list', () => {
  it.each(wrong)('says what is said of example %i', (_number, { file, after }) => {
    expect(toldOf(file)).toBe(after?.text.trim())
  })

  it.each(right)('says what becomes of example %i', (_number, { file, after }) => {
    const list = parseAllowList(file, 'list.yaml')
    const { fields, facts } = JSON.parse(after?.text ?? '{"fields":{},"facts":{}}') as Coded

    expect(codeFields(list, 'contact', fields)).toEqual(facts)
  })

  it('has examples of everything it speaks of', () => {
    expect(EXAMPLES.length).toBeGreaterThanOrEqual(8)
    expect(BLOCKS.filter(({ kind }) => kind !== 'yaml').length).toBe(
      EXAMPLES.filter(({ after }) => after !== undefined).length,
    )
  })

  it('names the days every fact is kept', () => {
    const days = new Map<string, Set<number>>()
    for (const { category, retentionDays } of Object.values(factsOf('contact'))) {
      days.set(category, (days.get(category) ?? new Set()).add(retentionDays))
    }
    const rows = [...GUIDE.matchAll(/^\| ([a-z0-9, ]+) \| (\d+)/gm)].flatMap(
      ([, names = '', told = '']) => names.split(', ').map((name) => [name, Number(told)] as const),
    )

    for (const [name, told] of rows.filter(([category]) => days.has(category))) {
      expect([name, ...(days.get(name) ?? [])]).toEqual([name, told])
    }
    expect(rows.filter(([name]) => days.has(name)).length).toBe(days.size)
  })

  it('proposes only fields that are on the lists that ship', () => {
    const rows = [...GUIDE.matchAll(/^\| `(\w+)` \| (?:`(\w+)`)? ?\| (\w+) \|$/gm)]
    const has = (crm: 'hubspot' | 'salesforce', field: string, fact: string): boolean =>
      (shippedAllowList(crm).fields.contact ?? []).some(
        (entry) => entry.field === field && entry.fact === fact,
      )

    expect(rows.length).toBe(10)
    for (const [, hubspot = '', salesforce, fact = ''] of rows) {
      expect([hubspot, has('hubspot', hubspot, fact)]).toEqual([hubspot, true])
      const isThere = salesforce === undefined || has('salesforce', salesforce, fact)
      expect([salesforce, isThere]).toEqual([salesforce, true])
    }
  })
})
