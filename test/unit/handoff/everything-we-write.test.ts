import { describe, expect, it } from 'vitest'
import { lintText } from '#src/handoff/language-lint.ts'
import { TEXTS_IN } from '#src/handoff/texts/texts-in.ts'
import { detect } from '#src/privacy/detector/detect.ts'
import { everythingWeWrite, stringsIn } from './everything-we-write.ts'
import { LANGUAGES } from './note-input.ts'

const everything = everythingWeWrite()

describe('everything we write', () => {
  it('passes the language lint in both languages', () => {
    const found = everything.flatMap(([from, text]) =>
      lintText(text).map(({ row, found: words }) => `${from}: "${words}" (${row}) in ${text}`),
    )

    expect(found).toEqual([])
  })

  it('identifies nobody and tells of nobody’s health: the detector finds nothing in it', () => {
    const shown = everything.filter(([from]) => !/^(?:src|because)/.test(from))
    const found = shown.flatMap(([from, text]) =>
      detect(text)
        .filter(({ kind }) => kind !== 'date')
        .map(({ kind, start, end }) => `${from}: "${text.slice(start, end)}" (${kind}) in ${text}`),
    )

    expect(found).toEqual([])
  })

  it('is read from every place that writes', () => {
    const places = Map.groupBy(everything, ([from]) => from.replace(/^src\/.*/, 'source'))
    const counts = Object.fromEntries([...places].map(([place, texts]) => [place, texts.length]))

    expect(counts['notes (en)']).toBeGreaterThan(300)
    expect(counts['notes (es)']).toBeGreaterThan(300)
    expect(counts['HubSpot properties']).toBeGreaterThan(80)
    expect(counts['Salesforce fields']).toBeGreaterThan(60)
    expect(counts['source']).toBeGreaterThan(500)
    expect(Object.keys(counts).filter((place) => place.startsWith('models/'))).toHaveLength(6)
  })

  it('would show what the lint objects to in any of them', () => {
    const marked = everything.map(([from, text]) => [from, `${text} hot leads`] as const)

    expect(marked.filter(([, text]) => lintText(text).length === 0)).toEqual([])
  })
})

describe.each(LANGUAGES)('the words of notes (%s)', (language) => {
  const texts = stringsIn(TEXTS_IN[language])

  it('say nothing relative to the day they are read', () => {
    const relative =
      /(?<!\p{L})(?:ago|yesterday|tomorrow|today|last (?:week|month)|recently|hoy|ayer|mañana|hace|recientemente)(?!\p{L})/iu

    expect(texts.filter((text) => relative.test(text))).toEqual([])
  })

  it('leave no slot that the other language does not have', () => {
    const slots = (from: readonly string[]) =>
      from.map((text) => (text.match(/\{\w+\}/g) ?? []).toSorted().join())

    expect(slots(texts).toSorted()).toEqual(slots(stringsIn(TEXTS_IN.en)).toSorted())
  })
})

it('speaks to reps in Spanish as usted, and in words that leave gender open', () => {
  const familiar =
    /(?<!\p{L})(?:tú|tu|tus|te|ti|contigo|vosotros|ustedes tienen|llámalo|llámala|el cliente|la cliente|los empleados|el usuario|interesado|listo)(?!\p{L})/iu

  expect(stringsIn(TEXTS_IN.es).filter((text) => familiar.test(text))).toEqual([])
})
