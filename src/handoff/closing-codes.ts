import type { ConsentCode } from '../consent/consent-rules.ts'

/** Codes that leave every channel open, or close all of them in a note that says nothing else. */
type NotClosing =
  | 'crisis'
  | 'do-not-profile'
  | 'part2-consent-missing'
  | 'health-data-consent-missing'
  | 'existing-patient'

/** Codes that close a channel. A new code of consent has to be told here or left out above. */
export type ClosingCode = Exclude<ConsentCode, NotClosing>

/** Codes whose hold has a line for other cases as well. */
export type StoppingCode = 'consent-unreadable' | 'legal-basis-missing'
