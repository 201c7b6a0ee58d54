import type { Intent } from '#src/ports.ts'
import { renderIntent } from '../provisioning/properties.ts'
import type { RecordType } from '../reading/records.ts'
import { namesIn } from './names-in.ts'

const OBJECT_TYPE_IDS: Readonly<Record<RecordType, string>> = { contacts: '0-1', companies: '0-2' }
const ID_COLUMN = 'hs_object_id'
const FILE_NAME = 'leadwell.csv'

/**
 * Whether a row may be imported: an empty cell changes nothing, so a value that has to be cleared needs a
 * batch update. On a record never written to nothing has to be.
 */
export function fitsImport({ values }: Intent, first: boolean): boolean {
  return first || Object.values(renderIntent(values)).every((text) => text !== '')
}

/**
 * The form of one import that only updates, by record id: the default would create what it does not find
 * (HubSpot docs, "Imports"). Every column is mapped, in the order of the file.
 */
export function importForm(type: RecordType, name: string, intents: readonly Intent[]): FormData {
  const rows = intents.map(({ ref, values }) => ({ id: ref.id, cells: renderIntent(values) }))
  const columns = namesIn(rows.map(({ cells }) => cells))
  const lines = [
    [ID_COLUMN, ...columns],
    ...rows.map(({ id, cells }) => [id, ...columns.map((column) => cells[column] ?? '')]),
  ]
  const csv = lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')
  const form = new FormData()
  form.set('importRequest', JSON.stringify(importRequest(type, name, columns)))
  form.set('files', new Blob([csv], { type: 'text/csv' }), FILE_NAME)
  return form
}

function importRequest(type: RecordType, name: string, columns: readonly string[]): object {
  const columnObjectTypeId = OBJECT_TYPE_IDS[type]
  const mapped = columns.map((column) => ({
    columnObjectTypeId,
    columnName: column,
    propertyName: column,
  }))
  const id = {
    columnObjectTypeId,
    columnName: ID_COLUMN,
    propertyName: ID_COLUMN,
    columnType: 'HUBSPOT_OBJECT_ID',
  }
  return {
    name,
    importOperations: { [columnObjectTypeId]: 'UPDATE' },
    dateFormat: 'YEAR_MONTH_DAY',
    files: [
      {
        fileName: FILE_NAME,
        fileFormat: 'CSV',
        fileImportPage: { hasHeader: true, columnMappings: [id, ...mapped] },
      },
    ],
  }
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
