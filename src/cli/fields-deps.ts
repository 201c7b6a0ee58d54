import type { CrmField } from '#src/connector-port.ts'
import { PermanentError } from '#src/errors.ts'
import type { PortalId } from '#src/ports.ts'
import type { AllowList } from '#src/privacy/allowed-field.ts'

/** What `leadwell fields` needs of a portal. */
export interface FieldsDeps {
  readonly portal: PortalId
  /** The list in force. */
  readonly current: AllowList
  readonly schema: () => Promise<readonly CrmField[]>
  /** Keeps a list as the next version. */
  readonly approve: (list: Omit<AllowList, 'version'>, by: string) => Promise<AllowList>
  /** Asks for everything to be read again, by the list then in force. */
  readonly readAll: () => Promise<void>
}

/** Throws PermanentError `allow-list-invalid` for a file that belongs to the other CRM. */
export function assertCrm(list: AllowList, { current }: FieldsDeps, file: string): void {
  if (list.crm === current.crm) return
  throw new PermanentError(
    'allow-list-invalid',
    `${file} is for ${list.crm} and the portal is in ${current.crm}.`,
    'Start from the list of this portal: leadwell fields <portal> --export <file>',
  )
}
