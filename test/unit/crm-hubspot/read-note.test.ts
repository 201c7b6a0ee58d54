import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNote } from '../../../crm/hubspot/src/app/cards/read-note.ts'

describe('taking a handoff note apart', () => {
  it('gives sections and reasons, whatever the line ends and the language', () => {
    const note = readNote(
      'QUÉ SIGNIFICA LA PUNTUACIÓN\r\nPuntuación 40 de 100.\r\n+12 Pidió información.\r\n\r\nDIGA (en español)\r\nHola.',
    )

    expect(note.sections.map(({ heading }) => heading)).toEqual([
      'QUÉ SIGNIFICA LA PUNTUACIÓN',
      'DIGA (en español)',
    ])
    expect(note.reasons).toEqual(['+12 Pidió información.'])
  })

  it('keeps a note of one sentence as it is', () => {
    expect(readNote('Follow the protocol.')).toEqual({
      sections: [{ heading: '', lines: ['Follow the protocol.'] }],
      reasons: [],
    })
    expect(readNote('').sections).toEqual([])
  })

  it('loses no line of any note', () => {
    const line = fc.stringMatching(/^[A-Za-z+0-9 ]{0,12}$/)

    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const said = lines.map((one) => one.trim()).filter((one) => one !== '')

        const { sections } = readNote(lines.join('\n'))

        const kept = sections.flatMap(({ heading, lines: rest }) =>
          heading === '' ? rest : [heading, ...rest],
        )
        expect(kept).toEqual(said)
      }),
    )
  })
})
