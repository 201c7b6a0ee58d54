import { describe, expect, it } from 'vitest'
import { isFound, spansOf } from './spans.ts'

/** The text, and the part of it that identifies somebody. */
const FOUND: readonly (readonly [string, string])[] = [
  ['My name is Oluwatobi Adewunmi and I need an appointment', 'Oluwatobi Adewunmi'],
  ['hi this is sarah, calling back about my intake', 'sarah'],
  ["I'm Terrence from the warehouse team", 'Terrence'],
  ['Ms. Okafor asked for a call tomorrow', 'Okafor'],
  ['Please tell Dr. Vandersloot that I agree', 'Vandersloot'],
  ['Name: Xiomara Quispe', 'Xiomara Quispe'],
  ['First Name: Dmitri\nLast Name: Volkonsky', 'Volkonsky'],
  ['"firstname":"Latoya","lastname":"Beauchamp"', 'Beauchamp'],
  ['Okonkwo, Chiamaka', 'Okonkwo, Chiamaka'],
  ['spoke with Jennifer about her coverage', 'Jennifer'],
  ['Thanks,\nBrigid', 'Brigid'],
  ['Best regards,\nT. Halloran', 'Halloran'],
  ['Hola María,\ngracias por llamar', 'María'],
  ['Hi Devonte, thanks for reaching out', 'Devonte'],
  ['Dear Mrs. Abernathy-Jones,', 'Abernathy-Jones'],
  ['my husband Zbigniew has been drinking again', 'Zbigniew'],
  ['our daughter, Maelys, is fifteen', 'Maelys'],
  ['mi hijo Mateo necesita ayuda', 'Mateo'],
  ['Me llamo Guadalupe Ontiveros', 'Guadalupe Ontiveros'],
  ['Emergency contact: Rosalind Thackeray (aunt)', 'Rosalind Thackeray'],
  ['Attn: Percival Nakagawa', 'Percival Nakagawa'],
  ['JOHN SMITH CALLED AT NOON', 'JOHN SMITH'],
  ['spoke to jane doe this morning', 'jane doe'],
  ["Patient's mother Ingrid Sorensen signed the form", 'Ingrid Sorensen'],
  ['LVM for Kaitlyn R. re: assessment', 'Kaitlyn R'],
  ["Seán O'Dowd requested a callback", "O'Dowd"],
  ['Referred by Pastor Wilhelm Krause', 'Wilhelm Krause'],
  ['Will Hernandez wants evening hours', 'Will Hernandez'],
  ['Assigned to: Nkechi', 'Nkechi'],
  ['My boss, Priya Raghunathan, suggested it', 'Priya Raghunathan'],
  ["Shanelle's deductible is met", 'Shanelle'],
  ['ask for Bartholomew at the front desk', 'Bartholomew'],
  ['Call with Esperanza Villalobos about fees', 'Esperanza Villalobos'],
  ['Juan Carlos de la Cruz will drive him', 'de la Cruz'],
  ['Caller: Mr. Featherstonehaugh', 'Featherstonehaugh'],
  ['aka "Tito" Maldonado', 'Maldonado'],
]

/** What looks like it and is not. */
const CLEAN: readonly string[] = [
  'Request a consultation for Anxiety Treatment',
  'We work with Blue Shield and Kaiser Permanente.',
  'He starts the Intensive Outpatient Program in the spring.',
  'The Betty Ford Center has a waiting list.',
  'Do you take Aetna or Cigna?',
  'I will call on Monday. May I text instead?',
  'She takes Zoloft and Lamictal.',
  'Hi there, do you have openings?',
  'Dear Admissions Team,',
  'Thanks again for the quick answer!',
  'Program Name: Partial Hospitalization',
  'Company Name: Northwind Traders',
  'Baker Act evaluation requested',
  'The PHQ-9 and the Beck Depression Inventory are attached.',
  'Lead status: Open. Next step: Verify benefits.',
  "We are open Christmas Eve and New Year's Day.",
  'Johns Hopkins sent the records.',
  'Name: N/A',
  'I hope we can get art therapy. Grace period ends soon.',
  'Mark as done. Bill the carrier. Chase the fax.',
  'Alcoholics Anonymous meets at noon.',
  'Good Morning, Are You Accepting New Patients?',
  'Contact: phone',
  "I am Spanish speaking and I'm Catholic.",
  'Owner: Admissions',
  "St. Mary's Hospital discharge planning",
  'EAP Manager, Human Resources, Wells Fargo',
  'Ask about the Employee Assistance Program.',
]

describe('names', () => {
  it.each(FOUND)('finds it in "%s"', (text, part) => {
    const found = isFound('name', text, part)

    expect(found).toBe(true)
  })

  it.each(CLEAN)('finds none in "%s"', (text) => {
    const spans = spansOf('name', text)

    expect(spans).toEqual([])
  })
})
