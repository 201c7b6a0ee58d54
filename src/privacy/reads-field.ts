import type { AllowedField } from './allowed-field.ts'

type Entry = Pick<AllowedField, 'field'>

/**
 * HubSpot keeps one property for the opt-out of all email, and beside it one for each kind of email a
 * portal sends, numbered as the portal happens to number them. They are the same no, said of less, so
 * whoever may read the one reads all of them.
 */
const BESIDE: ReadonlyMap<string, RegExp> = new Map([['hs_email_optout', /^hs_email_optout_\d+$/]])

/** Whether an entry of the allow-list reads the field of this name. */
export function readsField({ field }: Entry, name: string): boolean {
  return name === field || BESIDE.get(field)?.test(name) === true
}

/** Of these names, those an entry reads beside its own. */
export function readBeside({ field }: Entry, names: () => Iterable<string>): readonly string[] {
  const pattern = BESIDE.get(field)
  return pattern === undefined ? [] : [...names()].filter((name) => pattern.test(name))
}
