import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analysisPage } from '#src/analysis/pages/analysis-page.ts'
import { html } from '#src/analysis/pages/page/html.ts'
import type { AnalysisResult } from '#src/analysis/results.ts'
import { CALIBRATION, REFUSAL } from './calibration-result.ts'
import { DRIFT } from './drift-result.ts'
import { hostileText, withText } from './hostile.ts'
import { REPORT } from './report-result.ts'

const RESULTS: readonly AnalysisResult[] = [CALIBRATION, REFUSAL, REPORT, DRIFT]
const pages = await Promise.all(RESULTS.map(analysisPage))
const [calibration = '', refusal = '', report = '', drift = ''] = pages

/** Every tag with the names of its attributes; throws at a sign that opens no whole tag. */
function tagsOf(page: string): ReadonlySet<string> {
  const content = page.replace('<!doctype html>', '').replace(/<style>[^<]*<\/style>/, '')
  const tags = new Set<string>()
  for (const [opened] of content.matchAll(/<[^<>]*>?/g)) {
    const tag = /^<(\/?[a-z]+\d?)((?: [a-zA-Z:-]+(?:="[^"<>]*")?)*) ?\/?>$/i.exec(opened)
    if (tag === null) throw new Error(`no whole tag: ${opened}`)
    tags.add(tag[1] ?? '')
    const attributes = (tag[2] ?? '').replaceAll(/="[^"]*"/g, '')
    for (const name of attributes.split(' ')) tags.add(name)
  }
  return tags
}

const known = new Set(pages.flatMap((page) => [...tagsOf(page)]))

describe('an analysis as a page', () => {
  it('loads nothing and runs nothing', () => {
    for (const page of pages) {
      expect(page).not.toMatch(/https?:|<script|<link|<img|<iframe|@import|url\((?!#)|javascript:/i)
      expect(page).not.toMatch(/<[^<>]*\s(?:style=|src=|href="(?!#)|on[a-z]+=)/i)
    }
  })

  it('allows its own style by hash and nothing else', () => {
    const style = /<style>([^<]*)<\/style>/.exec(calibration)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')

    expect(calibration).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;;`,
    )
  })

  it('is the same for the same result, whatever was drawn before', async () => {
    expect(await analysisPage(CALIBRATION)).toBe(calibration)
    expect(await analysisPage(DRIFT)).toBe(drift)
  })

  it('gives every element an id of its own, and every reference something to point at', () => {
    for (const page of pages) {
      const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
      const references = [
        ...page.matchAll(/ (?:aria-labelledby|href)="#?([^"]*)"/g),
        ...page.matchAll(/url\(#([^)]*)\)/g),
      ].flatMap(([, names = '']) => names.split(' '))

      expect(new Set(ids).size).toBe(ids.length)
      expect(new Set(ids)).toEqual(new Set([...ids, ...references]))
    }
  })

  it('says each chart in words and figures too', () => {
    const sections = pages
      .flatMap((page) => page.split('<section '))
      .filter((part) => part.includes('<figure'))

    expect(sections).toHaveLength(11)
    for (const section of sections) {
      expect(section).toMatch(
        /<svg [^>]*role="img" aria-labelledby="(\S+) (\S+)">\n<title id="\1">[^<]+<\/title>\n<desc id="\2">[^<]+</,
      )
      expect(section).toMatch(/<table>\n<caption>[^<]+<\/caption>\n<thead><tr><th scope="col"/)
    }
  })

  it('draws names without cutting them', () => {
    const drawn = [...drift.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text)

    expect(drawn).toEqual(
      expect.arrayContaining(['Sales-ready', 'All records', 'rule visited', 'score']),
    )
    expect([...report.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text)).toContain(
      'unqualified',
    )
    expect(calibration).toContain('Sales-ready by capacity: 78</text>')
  })

  it('tells series apart without colour', () => {
    const legend = /<ul class="legend">.*?<\/ul>/s.exec(
      calibration.slice(calibration.indexOf('(ROC)')),
    )?.[0]
    const dashes = [...(legend ?? '').matchAll(/stroke-dasharray="([^"]*)"/g)].map(
      ([, dash]) => dash,
    )

    expect(dashes).toHaveLength(3)
    expect(new Set(dashes).size).toBe(3)
  })

  it('answers before it shows', () => {
    const places = [
      '<h2 id="answer">The learned points are worth a look',
      '>What a draft would change</h2>',
      '<figure',
    ].map((text) => calibration.indexOf(text))

    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((one, two) => one - two))
    expect(refusal).toContain('48 more are needed')
    expect(refusal).not.toContain('<figure')
  })

  it('names cases to review only where the result has them', async () => {
    const { review = [], ...tables } = REPORT.report
    const without = await analysisPage({ ...REPORT, report: tables })

    expect(review.length).toBeGreaterThan(0)
    for (const id of review) expect(report).toContain(`<th scope="row">${id}</th>`)
    expect(without).not.toContain('Cases to review')
  })

  it('escapes whatever is put between its tags', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const page = html`<p title="${text}">${text}</p>`.html

        expect(page).toMatch(/^<p title="[^<>"']*">[^<>"']*<\/p>$/)
      }),
    )
  })

  it('never lets a text of a result open a tag or add an attribute', async () => {
    await fc.assert(
      fc.asyncProperty(
        hostileText,
        fc.constantFrom(CALIBRATION, REPORT, DRIFT),
        async (text, result) => {
          const tags = tagsOf(await analysisPage(withText(result, text)))

          expect([...tags].filter((tag) => !known.has(tag))).toEqual([])
        },
      ),
      { numRuns: 8 },
    )
  })
})
