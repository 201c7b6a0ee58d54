import type { ListDeps } from '#src/approve-allow-list.ts'
import { PermanentError } from '#src/errors.ts'
import type { AllowList } from '#src/privacy/allowed-field.ts'

/** Throws PermanentError `allow-list-invalid` for a file that belongs to the other CRM. */
export function assertCrm(list: AllowList, { current }: ListDeps, file: string): void {
  if (list.crm === current.crm) return
  throw new PermanentError(
    'allow-list-invalid',
    `${file} is for ${list.crm} and the portal is in ${current.crm}.`,
    'Start from the list of this portal: leadwell fields <portal> --export <file>',
  )
}
