import { describe, expect, it } from 'vitest'
import { writeHandoffNote } from '#src/handoff/write-handoff-note.ts'
import type { Activity } from '#src/ports.ts'
import {
  consentOf,
  DAY,
  input,
  inSpanish,
  LANGUAGES,
  NOW,
  reason,
  SCORE,
  SCORED,
} from './note-input.ts'

describe('the handoff note', () => {
  it('tells what happened, what it means, what to do, how, what to ask and how to say it', () => {
    expect(writeHandoffNote(input())).toBe(`WHAT HAPPENED
Told us: the inquiry is for a loved one; asked for a call on the day of the inquiry.
12 Nov 2026: visited our website about pricing (2 times, latest date shown).
10 Nov 2026: spoke with us by phone.
3 Nov 2026: first inquiry or contact.

WHAT THE SCORE MEANS
Score 72 of 100 (fit 35, engagement 37), grade A1: ready to talk.
+25 Asked for a consultation.
+20 Insurance benefits are verified.
-10 Wrote from a school address.

NEXT
Call them within 4 hours, during contact hours.

CHANNELS
Allowed channels: phone, email.
Not by text message: no express written consent is on record.
With care (email): nothing on record says it is welcome; begin by asking.
Contact hours (phone): every day 8 am to 9 pm (Pacific time).

ASK
If it comes up: whether they would like their insurance checked; what kind of support they are looking for; whether text messages are welcome.

SAY
"Thank you for reaching out. What would be most helpful to talk about?"
"We can go at your pace, and you choose what comes next."`)
  })

  it('says the same in Spanish, with the reasons the model has in Spanish', () => {
    expect(writeHandoffNote(inSpanish())).toBe(`QUÉ PASÓ
Nos contó: pregunta para un ser querido; pidió una llamada el día de su solicitud.
12 nov 2026: consultó nuestro sitio web sobre precios (2 veces, última fecha).
10 nov 2026: habló con nosotros por teléfono.
3 nov 2026: primer contacto.

QUÉ SIGNIFICA LA PUNTUACIÓN
Puntuación 72 de 100 (afinidad 35, interacción 37), categoría A1: con disposición a conversar.
+25 Pidió una consulta.
+20 Insurance benefits are verified.
-10 Wrote from a school address.

SIGUIENTE PASO
Llame a esta persona en un plazo de 4 horas, dentro del horario de contacto.

MEDIOS DE CONTACTO
Medios permitidos: teléfono, correo electrónico.
No por mensaje de texto: falta un consentimiento expreso por escrito.
Con cuidado (correo electrónico): no consta que lo desee; empiece por preguntarlo.
Horario de contacto (teléfono): todos los días de 8 a. m. a 9 p. m. (hora del Pacífico).

PREGUNTE
Si surge: si desea que verifiquemos su seguro; qué tipo de apoyo busca; si desea recibir mensajes de texto.

DIGA
"Gracias por comunicarse con nosotros. ¿De qué le ayudaría más hablar?"
"Podemos ir a su ritmo, y usted decide cuál es el siguiente paso."`)
  })

  it.each([
    ['en', "Follow your organisation's crisis protocol; 988 (call or text) is available."],
    [
      'es',
      'Siga el protocolo de crisis de su organización; el 988 (llamada o mensaje de texto) está disponible.',
    ],
  ] as const)(
    'names the crisis protocol and 988 in a crisis, and nothing else (%s)',
    (language, only) => {
      const facts = { crisis: true, serviceLine: 'substance-use-program', doNotProfile: true }
      const consent = consentOf(facts)

      expect(writeHandoffNote(input({ language, facts, consent, scored: undefined }))).toBe(only)
      expect(writeHandoffNote(input({ language, facts, consent }))).toBe(only)
    },
  )

  it('tells nothing of what was found out when consent says that it may not be scored', () => {
    const facts = { doNotProfile: true, inquiryType: 'self' }

    const note = writeHandoffNote(input({ facts, consent: consentOf(facts), nextAction: 'none' }))

    expect(note).not.toMatch(/72|WHAT HAPPENED|themselves/)
  })

  it('speaks the language of the person and says so, when it is not the one the rep reads', () => {
    const facts = { requestedContact: 'call' }

    const toSpanish = writeHandoffNote(input({ facts: { ...facts, language: 'es' } }))
    const toEnglish = writeHandoffNote(inSpanish({ facts: { ...facts, language: 'en' } }))

    expect(toSpanish).toContain('\nSAY (in Spanish)\n"Gracias por')
    expect(toSpanish).toContain('\nASK\nIf it comes up')
    expect(toEnglish).toContain('\nDIGA (en inglés)\n"Thank you')
  })

  it.each(['en', 'other', true])(
    'leaves the heading of SAY as it is where the language is %s',
    (spoken) => {
      expect(writeHandoffNote(input({ facts: { language: spoken } }))).toContain(
        '\nSAY\n"Thank you',
      )
    },
  )

  it('offers no words to say and nothing to ask when nobody may reach out', () => {
    const consent = consentOf({ emailOptOut: true, doNotCall: true })

    const note = writeHandoffNote(input({ consent, nextAction: 'none' }))

    expect(note).not.toMatch(/^(?:ASK|SAY)/m)
    expect(note).toContain('please do not reach out')
  })

  it.each(LANGUAGES)('stays the same as time passes while nothing happens (%s)', (language) => {
    const later = [1 / 24, 0.5, 1, 40, 400].map((days) =>
      writeHandoffNote(input({ language, now: NOW + days * DAY })),
    )

    expect(new Set([writeHandoffNote(input({ language })), ...later]).size).toBe(1)
  })

  it('does not depend on the order in which activities were read', () => {
    const { activities } = input()

    expect(writeHandoffNote(input({ activities: activities.toReversed() }))).toBe(
      writeHandoffNote(input()),
    )
  })

  it('gives the date of the first contact to nothing but the first contact', () => {
    const facts = {
      createdAt: Date.parse('2024-01-05T12:30:00Z'),
      inquiryType: 'self',
      requestedContact: 'call-today',
    }

    const [happened] = writeHandoffNote(input({ facts, activities: [] })).split('\n\n')

    expect(happened).toBe(
      [
        'WHAT HAPPENED',
        'Told us: the inquiry is for themselves; asked for a call on the day of the inquiry.',
        '5 Jan 2024: first inquiry or contact.',
      ].join('\n'),
    )
  })

  it('tells the days of the portal: what came at 8 pm on the 12th is of the 12th', () => {
    const at = Date.parse('2026-11-13T01:00:00Z')
    const activities: readonly Activity[] = [{ kind: 'form-submitted', category: 'other', at }]
    const facts = { createdAt: at }

    const eastern = input({ facts, activities, timeZone: 'America/New_York' })

    expect(writeHandoffNote(eastern)).toContain('12 Nov 2026: sent a form.\n12 Nov 2026: first')
    expect(writeHandoffNote(input({ facts, activities }))).toContain('13 Nov 2026: sent a form.')
  })

  it('does not tell of an appointment before its day as if it had happened', () => {
    const planned: Activity = { kind: 'meeting-attended', category: 'other', at: NOW + DAY }

    expect(writeHandoffNote(input({ activities: [planned] }))).not.toContain('met with us')
  })

  it('has room for what happened even when the model is wordy', () => {
    const reasons = Array.from({ length: 6 }, (_, n) =>
      reason(10 + n, 'word '.repeat(60).trim(), `r${n}`),
    )

    const note = writeHandoffNote(input({ scored: { ...SCORED, score: { ...SCORE, reasons } } }))

    expect(note).toContain('Told us: the inquiry is for a loved one')
    expect(note).toContain('Call them within 4 hours')
  })
})
