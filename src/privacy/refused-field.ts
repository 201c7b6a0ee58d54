import type { CrmField } from '../connector-port.ts'
import type { AllowedField } from './allowed-field.ts'
import { hasBasis, needsBasis } from './needs-basis.ts'

/** What a CRM's own labels say of a field. */
export type FoundField = Pick<CrmField, 'sensitivity' | 'classes'> & Partial<Pick<CrmField, 'type'>>

/** A field nobody labelled. */
export const OPEN_FIELD: FoundField = { sensitivity: 'none', classes: [] }

// Salesforce SecurityClassification and ComplianceGroup values that ask for care; `Public`, `Internal`
// and `Confidential` are put on nearly everything and say nothing of a person.
const CLOSED_CLASSES: ReadonlySet<string> = new Set([
  'hipaa',
  'phi',
  'pii',
  'pci',
  'gdpr',
  'ccpa',
  'coppa',
  'restricted',
  'missioncritical',
])

/** The classes of a field that keep it out. */
export function closedClasses({ classes }: FoundField): readonly string[] {
  return classes.filter((name) => CLOSED_CLASSES.has(name.toLowerCase().replaceAll(/[^a-z]/g, '')))
}

/** Labelled sensitive by the CRM or its owner. */
function isLabelled(found: FoundField): boolean {
  return found.sensitivity !== 'none' || closedClasses(found).length > 0
}

/** Whether an entry may be asked for: what is sensitive or free text needs a recorded basis. */
export function mayRead(entry: AllowedField, found: FoundField): boolean {
  return hasBasis(entry) || !(needsBasis(entry) || isLabelled(found) || found.type === 'long-text')
}
