import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIELDS } from '#connectors/salesforce/provisioning/properties.ts'
import { lintText } from '#src/handoff/language-lint.ts'
import { TEXTS_IN } from '#src/handoff/texts/texts-in.ts'
import { HOLDS } from '#src/ports.ts'
import { readNote } from '../../../crm/hubspot/src/app/cards/read-note.ts'
import { readComponents, readLabels, readText, SOURCE } from './package-files.ts'

interface NoteModule {
  readonly readNote: typeof readNote
}

// JavaScript without types, as Salesforce takes it.
const component: NoteModule = await import(new URL('lwc/leadwellScore/readNote.js', SOURCE).href)

const { en, es } = await readLabels()
const components = await readComponents()
const LABELS_MODULE = 'lwc/leadwellLabels/leadwellLabels.js'

/** Words between tags, in case somebody writes a sentence where it is shown. */
const TEXT_IN_MARKUP = />\s*([A-Za-z][^<>{}]*)\s*</g

describe('the words of the component', () => {
  it('keep to the language of the handoff notes', () => {
    const texts = [...en.values(), ...es.values()]

    expect(texts.length).toBeGreaterThan(80)
    // “…” hides quoted words from the lint; here even those are ours.
    expect(texts.flatMap((text) => lintText(text.replaceAll(/[“”]/g, '')))).toEqual([])
  })

  it('all stand in labels, none in the markup', () => {
    const templates = components.filter(({ path }) => path.endsWith('.html'))

    const found = templates.flatMap(({ text }) => [...text.matchAll(TEXT_IN_MARKUP)])

    expect(templates).toHaveLength(4)
    expect(found.map(([, text]) => text)).toEqual([])
  })

  it('are each used, and each there in Spanish with the same places to fill', async () => {
    const source = await readText(LABELS_MODULE)

    const used = source.match(/(?<=@salesforce\/label\/c\.)\w+/g) ?? []

    expect(new Set<string>(used)).toEqual(new Set(en.keys()))
    expect([...es.keys()]).toEqual([...en.keys()])
    for (const [name, text] of en) {
      expect(es.get(name)?.match(/\{\d\}/g) ?? []).toEqual(text.match(/\{\d\}/g) ?? [])
    }
  })

  it('have a text for every hold', async () => {
    const source = await readText(LABELS_MODULE)
    const holds = HOLDS.map((hold) => hold.replaceAll('-', '_')).filter((hold) => hold !== 'crisis')

    const table = /export const HOLDS = \{([\s\S]*?)\n\}\n/.exec(source)?.[1] ?? ''

    expect(new Set(Array.from(table.matchAll(/^ {2}(\w+): \{/gm), ([, hold]) => hold))).toEqual(
      new Set<string | undefined>(holds),
    )
  })

  it('say of a crisis what the notes say', () => {
    expect([en.get('Leadwell_Crisis'), es.get('Leadwell_Crisis')]).toEqual([
      TEXTS_IN.en.consent.crisis,
      TEXTS_IN.es.consent.crisis,
    ])
  })

  it('tell nobody on a hold that they are young, or what kind of care it is about', () => {
    const texts = [...en].filter(([name]) => name.includes('_Hold')).map(([, text]) => text)

    expect(texts.length).toBeGreaterThan(10)
    expect(texts.join(' ')).not.toMatch(/minor|age|under 1|part 2|substance|patient|treatment/i)
  })

  it('offer the verdicts the feedback field takes', async () => {
    const field = FIELDS.lead.find(({ name }) => name === 'Leadwell_Feedback__c')
    const source = await readText('lwc/leadwellFeedback/leadwellFeedback.js')

    const offered = [...source.matchAll(/value: '(\w+)'/g)].map(([, value]) => value)

    expect(field?.type).toEqual({ kind: 'picklist', values: offered })
  })
})

describe('what the component reads', () => {
  it('are the fields of ours on a person, all of them', async () => {
    const source = await readText('lwc/leadwellScore/fieldNames.js')

    expect(source.match(/Leadwell_\w+/g)?.toSorted()).toEqual(
      FIELDS.lead.map(({ name }) => name).toSorted(),
    )
  })

  it('of a note is what the card in HubSpot reads of it', () => {
    const line = fc.oneof(
      fc.stringMatching(/^[A-Za-z+0-9 ()-]{0,12}$/),
      fc.constantFrom('WHAT HAPPENED', 'DIGA (en español)', '+12 Pidió información.', '−3 None.'),
    )

    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('\n', '\r\n'), (lines, end) => {
        const note = lines.join(end)

        expect(component.readNote(note)).toEqual(readNote(note))
      }),
    )
  })
})
