/**
 * Counted up whenever the same facts come to be decided or told otherwise, so that a portal's stored
 * people are decided again after an upgrade. `decision-version.test.ts` notices when that is so.
 */
export const DECISION_VERSION = 2
