import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readModel } from '#src/cli/read-model.ts'
import { AUDIENCES } from '#src/ports.ts'
import { compileModel } from '#src/scoring/compile-model.ts'
import { DAY_MS } from '#src/scoring/decay.ts'
import { documentModel, EXAMPLE_NOW_MS, renderPage } from '#src/scoring/document/document-model.ts'
import { exampleOf } from '#src/scoring/document/example.ts'
import { signed } from '#src/scoring/document/plain-words.ts'
import { ruleEntries } from '#src/scoring/document/rule-entries.ts'
import { saidPoints } from '#src/scoring/document/said-points.ts'
import { bestMatchExample, salesReadyExample } from '#src/scoring/document/sales-ready-example.ts'
import { clean, modelWith, rule } from './clean-model.ts'

const NOW = EXAMPLE_NOW_MS

describe.each(AUDIENCES)('the document of the %s model', (id) => {
  test('has every rule with its points, its reason and why it counts', async () => {
    const model = await readModel(id)

    const rows = documentModel(model)
      .split('\n')
      .filter((line) => line.startsWith('| '))
    const untold = saidPoints(model).filter(
      ({ points, reason, because }) =>
        !rows.some((row) =>
          [signed(points), reason, because].every((part) => row.includes(markdown(part))),
        ),
    )

    expect(untold.map((one) => one.id)).toEqual([])
  })

  test('gives an example for each rule that really makes it count, in full', async () => {
    const model = await readModel(id)
    const compiled = compileModel({ ...model, fit: { ...model.fit, cap: 100 } })

    const idle = ruleEntries(model).filter((entry) => {
      const { reasons } = compiled.evaluate(exampleOf(entry, model, NOW), NOW)
      const line = reasons.find(({ rule: one }) => one === entry.rule.id)
      return line === undefined || Math.abs(line.points) < Math.abs(entry.rule.points)
    })

    expect(idle.map(({ rule: one }) => one.id)).toEqual([])
  })

  test('shows a record that is sales-ready, and the best match without activity that is not', async () => {
    const model = await readModel(id)

    const ready = salesReadyExample(model, NOW)
    const contrast = bestMatchExample(model, NOW)

    expect(ready?.score.tier).toBe('sales-ready')
    expect(contrast.score.tier).not.toBe('sales-ready')
    expect(documentModel(model)).toContain(`**${ready?.score.score}** | **score**`)
  })

  test('is the one kept in docs/models; make it anew with: leadwell model doc', async () => {
    const file = fileURLToPath(new URL(`../../../docs/models/${id}.md`, import.meta.url))

    expect(readFileSync(file, 'utf8')).toBe(documentModel(await readModel(id)))
  })
})

describe('a model document', () => {
  test('tells tiers, grades, limits and decay', () => {
    const text = documentModel(modelWith())

    expect(text).toContain('a score of 60, with fit of 25 and engagement of 20')
    expect(text).toContain('| A | 40 or more | 1 | 30 or more |')
    expect(text).toContain('At most 30 points, and takes at most 20.')
    expect(text).toContain('Fades by half every 30 days, evenly from day to day.')
    expect(text).toContain('Fades by 60 percent every 91 days, evenly from day to day.')
    expect(text).toContain('| +3 | within the last 7 days | Was in touch this week |')
    expect(text).toContain('| +4 | ready: lifecycle is `opportunity` | Is in talks with us |')
  })

  test('works decay out as the evaluator does', () => {
    const model = modelWith({ adjustments: {} })
    const compiled = compileModel(model)
    const at = (days: number): number =>
      compiled.evaluate(
        {
          facts: {},
          activities: [{ kind: 'demo-attended', category: 'other', at: NOW - days * DAY_MS }],
        },
        NOW,
      ).engagement

    expect(documentModel(model)).toContain(
      'worth 12.5 after 30 days, 6.3 after 60 days, 3.1 after 90 days',
    )
    expect([30, 60, 90].map(at)).toEqual([13, 6, 3])
    expect([169, 170].map(at)).toEqual([1, 0])
    expect(documentModel(model)).toContain('| 170 days |')
  })

  test('says so where no record can be sales-ready', () => {
    const model = modelWith({ 'tiers.sales-ready.fit': 60 })

    expect(documentModel(model)).toContain('No record can get there with the rules of this model.')
  })

  test('reads every condition the language has', () => {
    const fit = [
      [{ fact: 'role', equals: 'other' }, 'role is `other`'],
      [{ fact: 'role', in: ['a', 'b', 'c'] }, 'role is `a`, `b` or `c`'],
      [{ fact: 'selfInsured', equals: false }, 'self insured is no'],
      [{ fact: 'companySize', range: { max: 49 } }, 'company size is 49 or less'],
      [{ fact: 'companySize', range: { min: 5, max: 5 } }, 'company size is exactly 5'],
      [{ fact: 'role', inList: 'buyers' }, 'role is on the list `buyers`'],
      [{ fact: 'title', containsWord: ['vp', 'chief'] }, 'title contains `vp` or `chief`'],
      [{ fact: 'role', missing: true }, 'role is not known'],
      [{ fact: 'role', present: true }, 'role is known'],
      [{ fact: 'createdAt', dateWithinDays: 1 }, 'created at is within the last day'],
    ] as const
    const acts = [
      [{ activity: 'webinar-attended' }, 'attends a webinar'],
      [{ activity: ['demo-booked', 'demo-attended'] }, 'books a demo or attends a demo'],
      [
        { activity: 'page-viewed', category: ['pricing', 'demo'] },
        'visits a page about pricing or a demo',
      ],
      [{ activity: 'demo-booked', latest: { withinDays: 9 } }, 'books a demo in the last 9 days'],
      [{ activity: 'demo-booked', atLeast: { times: 2 } }, 'books a demo, at least 2 times'],
      [
        { activity: 'demo-booked', repeated: { maxTimes: 3, withinDays: 9 } },
        'books a demo; each of the latest 3 times counts, within 9 days',
      ],
      [
        { activity: 'page-viewed', distinctDays: { days: 3, withinDays: 14 } },
        'visits a page, on 3 different days within 14 days',
      ],
      [
        { activity: 'page-viewed', after: { activity: 'webinar-attended', withinDays: 0.5 } },
        'visits a page within 12 hours after someone attends a webinar',
      ],
    ] as const

    const text = documentModel(
      modelWith({
        'fit.groups.0.rules': fit.map(([asked], index) => rule(`f${index}`, 1, 'Fits', asked)),
        'engagement.groups.0.rules': acts.map(([asked], index) =>
          rule(`a${index}`, 1, 'Acts', asked),
        ),
      }),
    )

    expect([...fit, ...acts].filter(([, words]) => !text.includes(`| ${words} |`))).toEqual([])
  })

  test('keeps text of the model text: no link, tag, table cell or emphasis comes of it', () => {
    const nasty = 'A | b <script>alert(1)</script> [x](http://x) *y* `z` & "q"'
    const model = modelWith({
      'fit.groups.0.rules.0.because': nasty,
      description: '# Not a heading',
    })

    const text = documentModel(model)
    const page = renderPage(model)

    expect(text).toContain(
      'A \\| b \\<script\\>alert(1)\\</script\\> \\[x\\](http://x) \\*y\\* \\`z\\`',
    )
    expect(text).toContain('\\# Not a heading')
    expect(page).toContain('A | b &lt;script&gt;alert(1)&lt;/script&gt; [x](http://x)')
    expect(page).not.toContain('<script>')
  })
})

describe('the page of a model', () => {
  const page = renderPage(modelWith())

  test('is a whole document with a language, a title and one first heading', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(page).toMatch(/<title>Scoring model: Clean<\/title>/)
    expect(page.match(/<h1[ >]/g)).toHaveLength(1)
    expect(page).toContain('<meta charset="utf-8">')
    expect(page.trimEnd().endsWith('</html>')).toBe(true)
  })

  test('closes every element it opens, in order', () => {
    expect(unbalanced(page)).toEqual([])
  })

  test('loads nothing and runs nothing', () => {
    expect(page).not.toMatch(
      /<(?:script|img|link|iframe|object|embed)\b|\bsrc=|@import|url\(|\son\w+=/i,
    )
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
  })

  test('serves screen readers, keyboards, paper and the dark', () => {
    const tables = page.match(/<table>/g) ?? []

    expect(page.match(/<caption>[^<]+<\/caption>/g)).toHaveLength(tables.length)
    expect(page.match(/<th scope="col">/g)?.length).toBe(page.match(/<th\b/g)?.length)
    expect(page).toContain('<a class="skip" href="#content">')
    expect(page).toContain('@media print')
    expect(page).toContain('prefers-color-scheme: dark')
  })

  test('has a table of contents whose every link leads somewhere', () => {
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target)
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, found]) => found)

    expect(targets.length).toBeGreaterThan(4)
    expect(targets.filter((target) => !ids.includes(target))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('has the same words as the Markdown', () => {
    const words = JSON.stringify(clean()).match(/"reason":"[^"]+"/g) ?? []

    expect(words.length).toBeGreaterThan(8)
    for (const word of words) expect(page).toContain(word.slice(10, -1))
  })
})

const VOID = new Set(['meta'])

function unbalanced(html: string): readonly string[] {
  const open: string[] = []
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
    if (VOID.has(name)) continue
    if (slash !== '/') open.push(name)
    else if (open.pop() !== name) return [name]
  }
  return open
}

/** As the document has it: special signs escaped, white space single. */
function markdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|~]/g, '\\$&')
}
