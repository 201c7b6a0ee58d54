import { plainWords } from './vocabularies/vocabulary.ts'

/** The words of a field's name: `Sms_Consent__c`, `smsConsent` and `sms_consent` read the same. */
export function plainName(field: string): string {
  return plainWords(field.replace(/__[a-z]+$/i, '').replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2'))
}
