import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { PROPERTIES } from '#connectors/hubspot/provisioning/properties.ts'
import { lintText } from '#src/handoff/language-lint.ts'
import { TEXTS_IN } from '#src/handoff/texts/texts-in.ts'
import { HOLDS } from '#src/ports.ts'
import {
  CARD_PROPERTIES,
  FEEDBACK_PROPERTY,
} from '../../../crm/hubspot/src/app/cards/card-properties.ts'
import * as cardTexts from '../../../crm/hubspot/src/app/cards/card-texts.ts'
import { SETTINGS_TEXTS } from '../../../crm/hubspot/src/app/settings/settings-texts.ts'
import { PROJECT, readMetaFiles } from './project-files.ts'

const { CRISIS_TEXTS, HOLD_TEXTS, LABELS, TIERS } = cardTexts
const optionsOf = (name: string): string[] =>
  (PROPERTIES.contacts.find((property) => property.name === name)?.options ?? []).map(
    ({ value }) => value,
  )

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

/** Words between tags, in case somebody writes a sentence where it is shown. */
const TEXT_IN_MARKUP = /(?<!=)>\s*([A-Za-z][^<>{}()]*)\s*</g

describe('the words of the cards and the settings page', () => {
  it('keep to the language of the handoff notes', async () => {
    const labels = (await readMetaFiles()).map(({ config }) => config)
    const texts = [
      ...stringsIn({ ...cardTexts }),
      ...stringsIn(SETTINGS_TEXTS),
      ...stringsIn(labels),
    ]

    expect(texts.length).toBeGreaterThan(60)
    // “…” hides quoted words from the lint; here even those are ours.
    expect(texts.flatMap((text) => lintText(text.replaceAll(/[“”]/g, '')))).toEqual([])
  })

  it('all stand in the tables of texts, none in the markup', async () => {
    const files = [
      'cards/feedback.tsx',
      'cards/held-view.tsx',
      'cards/lead-score-card.tsx',
      'cards/next-step.tsx',
      'cards/note-view.tsx',
      'cards/score-summary.tsx',
      'cards/scored-view.tsx',
      'settings/settings-page.tsx',
    ]
    const sources = await Promise.all(
      files.map((file) => readFile(new URL(`src/app/${file}`, PROJECT), 'utf8')),
    )

    const found = sources.flatMap((source) => [...source.matchAll(TEXT_IN_MARKUP)])

    expect(found.map(([, text]) => text)).toEqual([])
  })

  it('name every value the properties can have', () => {
    expect(Object.keys(TIERS)).toEqual(optionsOf('leadwell_tier'))
    for (const [property, labels] of Object.entries(LABELS)) {
      expect(Object.keys(labels)).toEqual(optionsOf(property))
    }
  })

  it('have a text for every hold', () => {
    const holds = HOLDS.map((hold) => hold.replaceAll('-', '_')).filter((hold) => hold !== 'crisis')

    expect(Object.keys(HOLD_TEXTS).toSorted()).toEqual(holds.toSorted())
  })

  it('say of a crisis what the notes say', () => {
    expect(CRISIS_TEXTS).toEqual({ en: TEXTS_IN.en.consent.crisis, es: TEXTS_IN.es.consent.crisis })
  })

  it('tell nobody on a hold that they are young, or what kind of care it is about', () => {
    const titles = Object.values(HOLD_TEXTS).flatMap(({ title, body }) => [title, body])

    expect(titles.join(' ')).not.toMatch(/minor|age|under 1|part 2|substance|patient|treatment/i)
  })

  it('belong to the properties we make in the portal', () => {
    const ours = PROPERTIES.contacts.map(({ name }) => name)

    expect([...CARD_PROPERTIES, FEEDBACK_PROPERTY].toSorted()).toEqual(ours.toSorted())
  })
})
