import { describe, expect, it } from 'vitest'
import type { SegmentDefinition } from '#src/ports.ts'
import { checkNames } from '#src/segments/check-names.ts'

const DEFINITION: SegmentDefinition = {
  features: [{ kind: 'audience', name: 'audience' }],
  modes: [
    { key: 'segment-1', values: ['employer'] },
    { key: null, values: ['individual'] },
    { key: 'segment-2', values: ['health-plan'] },
  ],
}

describe('names of segments', () => {
  it.each([
    'Benefits teams that attended a webinar',
    'Empresas con varias sedes',
    'Plans, 5+ pages',
  ])('may say what people are to you and what they did: %s', (name) => {
    expect(checkNames(DEFINITION, { 'segment-1': ` ${name} ` })).toEqual({ 'segment-1': name })
  })

  it.each([
    ['of health', 'Depressed callers'],
    ['of a condition, in Spanish', 'Personas con ansiedad'],
    ['with shame', 'Junk leads'],
    ['in a hurry', 'Last chance people'],
    ['of what nobody may be ranked by', 'Women over 60'],
    ['of one person', 'Ask jane.doe@example.com'],
    ['with a formula', '=HYPERLINK(A1)'],
    ['over several lines', 'Benefits\nteams'],
    ['at length', 'Benefits teams that attended a webinar and more'],
    ['nothing', '  '],
  ])('may not speak %s', (_how, name) => {
    expect(() => checkNames(DEFINITION, { 'segment-1': name })).toThrow(/^These names cannot/)
  })

  it('are of segments that were proposed, at least one, and tell them apart', () => {
    expect(() => checkNames(DEFINITION, {})).toThrow('none is named')
    expect(() => checkNames(DEFINITION, { 'segment-3': 'Teams' })).toThrow('no segment proposed')
    expect(() => checkNames(DEFINITION, { 'segment-1': 'Teams', 'segment-2': 'teams' })).toThrow(
      'the same name',
    )
  })

  it('are not repeated by what is said of them', () => {
    expect(() => checkNames(DEFINITION, { 'segment-1': 'Depressed callers' })).not.toThrow(/epress/)
  })
})
