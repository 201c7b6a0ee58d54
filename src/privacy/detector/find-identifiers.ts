import type { Finding } from './finding.ts'
import { ACCOUNT_NUMBER_RULES } from './identifiers/account-number.ts'
import { BIOMETRIC_RULES } from './identifiers/biometric.ts'
import type { Candidate } from './identifiers/candidate.ts'
import { CALENDAR_DATE_RULES } from './identifiers/dates/calendar-date.ts'
import { NAMED_DATE_RULES } from './identifiers/dates/named-date.ts'
import { OLD_AGE_RULES } from './identifiers/dates/old-age.ts'
import { WRITTEN_DATE_RULES } from './identifiers/dates/written-date.ts'
import { DEVICE_RULES } from './identifiers/device.ts'
import { findEmails, findSpacedEmails, SPOKEN_EMAIL_RULES } from './identifiers/email.ts'
import { findFileNames } from './identifiers/file-names.ts'
import { HEALTH_PLAN_NUMBER_RULES } from './identifiers/health-plan-number.ts'
import { findIpV6, IP_V4_RULES } from './identifiers/ip-address.ts'
import { LICENCE_NUMBER_RULES } from './identifiers/licence-number.ts'
import { MEDICAL_RECORD_NUMBER_RULES } from './identifiers/medical-record-number.ts'
import { findNames } from './identifiers/names/find-names.ts'
import { normalise } from './identifiers/normalise.ts'
import { findOpaqueTokens } from './identifiers/opaque-token.ts'
import { PHONE_RULES, SPOKEN_PHONE_RULES, tellFaxes } from './identifiers/phone.ts'
import { PHOTO_RULES } from './identifiers/photo.ts'
import { CITY_RULES } from './identifiers/places/city.ts'
import { COUNTY_RULES } from './identifiers/places/county.ts'
import { COORDINATE_RULES, POSTCODE_RULES } from './identifiers/places/postcode.ts'
import { STREET_NAME_RULES, STREET_RULES } from './identifiers/places/street.ts'
import { PLACE_RULES } from './identifiers/places/told-place.ts'
import { resolveOverlaps } from './identifiers/resolve-overlaps.ts'
import { createRuleFinder, type Finder } from './identifiers/rule.ts'
import { scan } from './identifiers/scan.ts'
import { SSN_RULES } from './identifiers/ssn.ts'
import { UNIQUE_CODE_RULES } from './identifiers/unique-code.ts'
import { findUrls } from './identifiers/url.ts'
import { VEHICLE_RULES } from './identifiers/vehicle.ts'
import { widen } from './identifiers/widen.ts'

const findByRules = createRuleFinder([
  ...STREET_RULES,
  ...STREET_NAME_RULES,
  ...CITY_RULES,
  ...COUNTY_RULES,
  ...SPOKEN_EMAIL_RULES,
  ...POSTCODE_RULES,
  ...COORDINATE_RULES,
  ...PLACE_RULES,
  ...CALENDAR_DATE_RULES,
  ...WRITTEN_DATE_RULES,
  ...NAMED_DATE_RULES,
  ...OLD_AGE_RULES,
  ...PHONE_RULES,
  ...SPOKEN_PHONE_RULES,
  ...SSN_RULES,
  ...MEDICAL_RECORD_NUMBER_RULES,
  ...HEALTH_PLAN_NUMBER_RULES,
  ...ACCOUNT_NUMBER_RULES,
  ...LICENCE_NUMBER_RULES,
  ...VEHICLE_RULES,
  ...DEVICE_RULES,
  ...IP_V4_RULES,
  ...BIOMETRIC_RULES,
  ...PHOTO_RULES,
  ...UNIQUE_CODE_RULES,
])

const FINDERS: readonly Finder[] = [
  (text) => tellFaxes(findByRules(text), text),
  findNames,
  findEmails,
  findSpacedEmails,
  findUrls,
  findIpV6,
  findFileNames,
  findOpaqueTokens,
]

/** The eighteen identifiers of 45 CFR 164.514(b)(2)(i) in a text, in order of place. */
export function findIdentifiers(text: string): Finding[] {
  const scanned = scan(normalise(text))
  const candidates: Candidate[] = FINDERS.flatMap((find) => find(scanned))
  return resolveOverlaps(candidates.map((one) => widen(one, scanned)))
}
