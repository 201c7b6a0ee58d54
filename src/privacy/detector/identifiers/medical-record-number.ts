import { NUMBER, NUMBERED, namedValue } from './named-value.ts'
import type { Rule } from './rule.ts'
import { words } from './words.ts'

/** Numbers a hospital, clinic or practice gives a person or a stay. */
export const MEDICAL_RECORD_NUMBER_RULES: readonly Rule[] = [
  namedValue({
    kind: 'medical-record-number',
    at: words(
      'mrn mrns mr medrec emr ehr epic cerner kipu csn fin emrn empi medicalrecordnumber patientid nhc',
    ),
    name: `e?mrns?|mr ?#|mr no\\.?|medrec|(?:emr|ehr|epic|cerner|kipu|mr|fin|csn)${NUMBERED}|csn|fin|empi|medicalrecordnumber|patientid|nhc`,
    accepts: ({ value }) => value.replace(/\D/g, '').length >= 4 || /\d{3}/.test(value),
  }),
  namedValue({
    kind: 'medical-record-number',
    at: words('medical med health hospital chart record records unit clinic facility'),
    name:
      `med(?:ical)?\\.?[ _-]?rec(?:ord)?s?\\.?(?:[ _-]?${NUMBER})?|(?:health|hospital|chart|clinic|facility)[ _-]?(?:record[ _-]?)?${NUMBER}|` +
      `chart(?=\\s?[:=])|records?[ _-]?(?:number|no\\.|#)|unit[ _-]?(?:number|no\\.|#)`,
  }),
  namedValue({
    kind: 'medical-record-number',
    at: words(
      'patient patients pt encounter visit admission stay accession specimen lab resident client va',
    ),
    name:
      `(?:patients?|pt)\\.?[ _-]?(?:(?:record|chart|file|identification)[ _-]?)?${NUMBER}|` +
      `va (?:record|file|claim)s?(?:${NUMBERED})|(?:encounter|visit|admission|stay|accession|specimen|lab|resident)${NUMBERED}|client[ _-]?(?:record|chart|file)${NUMBERED}`,
  }),
  namedValue({
    kind: 'medical-record-number',
    at: words('historia historial expediente numero no num'),
    name:
      'histori(?:a|al) (?:cl[ií]nic[ao]|m[eé]dic[ao])|expediente(?: (?:cl[ií]nico|m[eé]dico))?|' +
      '(?:n[uú]mero|no\\.?|num\\.?) de (?:paciente|expediente|historia|registro m[eé]dico)',
  }),
]
