/** Summer '26. Pinned: jsforce alone would speak API 50.0. */
export const API_VERSION = '67.0'

const DATA = `/services/data/v${API_VERSION}`

export const TOKEN = '/services/oauth2/token'
export const USER_INFO = '/services/oauth2/userinfo'
export const COMPOSITE = `${DATA}/composite`
export const COLLECTIONS = `${DATA}/composite/sobjects`
export const INGEST_JOBS = `${DATA}/jobs/ingest`
export const TOOLING_COMPOSITE = `${DATA}/tooling/composite`
export const TOOLING_CUSTOM_FIELD = `${DATA}/tooling/sobjects/CustomField`

/** Metadata API endpoint jsforce posts SOAP to; here only to name it in errors. */
export const METADATA = `/services/Soap/m/${API_VERSION}`

export function sobjectPath(sobject: string): string {
  return `${DATA}/sobjects/${sobject}`
}

export function describePath(sobject: string): string {
  return `${sobjectPath(sobject)}/describe`
}

/** `deleted` asks queryAll, which also gives rows in the recycle bin. */
export function queryPath(soql: string, deleted: boolean): string {
  return `${DATA}/${deleted ? 'queryAll' : 'query'}?q=${encodeURIComponent(soql)}`
}

/** The Tooling API's own query; it knows no recycle bin. */
export function toolingQueryPath(soql: string): string {
  return `${DATA}/tooling/query?q=${encodeURIComponent(soql)}`
}

/**
 * The path of the next page. Only the path is kept of an absolute address, so that a token never
 * leaves for another host.
 */
export function nextPagePath(nextRecordsUrl: string): string {
  if (nextRecordsUrl.startsWith('/')) return nextRecordsUrl
  if (!URL.canParse(nextRecordsUrl)) return `${DATA}/query/${encodeURIComponent(nextRecordsUrl)}`
  const { pathname, search } = new URL(nextRecordsUrl)
  return `${pathname}${search}`
}

/** What an error may say of a path: no query string. */
export function pathLabel(path: string): string {
  return path.split('?')[0] ?? path
}

/**
 * The browser's host of an organisation, `x.lightning.force.com`, has no API; the one beside it has
 * (Salesforce Help, "My Domain URL Formats").
 */
export function apiHost(url: string): string {
  return url.replace(/^(https:\/\/[^/]+)\.lightning\.force\.com(?=[:/]|$)/i, '$1.my.salesforce.com')
}

/** Bulk API 2.0 query jobs. */
export const BULK_QUERY = `${DATA}/jobs/query`
