import { crmOf } from '#src/crm-of.ts'
import type { PortalId } from '#src/ports.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import type { AllowList } from '#src/privacy/allowed-field.ts'
import type { Store } from '#src/store/store.ts'

/** The list in force: what the portal's owner approved last, or what ships. */
export async function allowListOf(
  { allowLists }: Pick<Store, 'allowLists'>,
  portal: PortalId,
): Promise<AllowList> {
  const approved = await allowLists.current(portal)
  return approved ?? shippedAllowList(crmOf(portal))
}
