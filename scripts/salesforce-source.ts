import { XMLBuilder } from 'fast-xml-parser'
import { toMetadata } from '#connectors/salesforce/provisioning/field-metadata.ts'
import {
  PERMISSION_SETS,
  toPermissionMetadata,
} from '#connectors/salesforce/provisioning/permission-set-definitions.ts'
import { FIELDS } from '#connectors/salesforce/provisioning/properties.ts'
import { RECORD_OBJECTS, SOBJECTS } from '#connectors/salesforce/schema/sobjects.ts'

/** Below `crm/salesforce`. */
const DEFAULT = 'force-app/main/default'
const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata'

export interface SourceFile {
  readonly path: string
  readonly text: string
}

const builder = new XMLBuilder({
  format: true,
  indentBy: '    ',
  ignoreAttributes: false,
  attributeNamePrefix: '@',
})

/** The part of the package that provisioning makes as well: both come from the same definitions. */
export function salesforceSource(): readonly SourceFile[] {
  return [...fieldFiles(), ...permissionSetFiles()]
}

function fieldFiles(): SourceFile[] {
  return RECORD_OBJECTS.flatMap((object) =>
    FIELDS[object].map((field) => ({
      path: `${DEFAULT}/objects/${SOBJECTS[object]}/fields/${field.name}.field-meta.xml`,
      text: render('CustomField', { fullName: field.name, ...toMetadata(field) }),
    })),
  )
}

function permissionSetFiles(): SourceFile[] {
  return PERMISSION_SETS.map((set) => ({
    path: `${DEFAULT}/permissionsets/${set.fullName}.permissionset-meta.xml`,
    text: render('PermissionSet', toPermissionMetadata(set)),
  }))
}

function render(type: string, body: object): string {
  const xml: unknown = builder.build({ [type]: { '@xmlns': NAMESPACE, ...body } })
  return `<?xml version="1.0" encoding="UTF-8"?>\n${String(xml)}`
}
