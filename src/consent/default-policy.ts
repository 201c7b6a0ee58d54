import type { PortalPolicy } from '../ports.ts'

/** What holds until a portal's owner approves something else: the careful answer each time. */
export const DEFAULT_POLICY: PortalPolicy = {
  part2ServiceLines: ['substance-use-program'],
  part2StatusSuffices: false,
  smsCheckboxSuffices: false,
  coveredEntity: true,
  requireLegalBasis: false,
  noteLanguage: 'en',
  repEdits: 'put-right',
  selfApproval: false,
}
