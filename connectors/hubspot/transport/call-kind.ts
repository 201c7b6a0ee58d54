import type { HttpRequest } from './http.ts'

/** The first that fits a path. A closed list: nothing of a path but its kind is ever counted. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^\/crm\/objects\/[^/]+\/\w+\/search$/, 'search'],
  [/^\/crm\/objects\/[^/]+\/\w+\/batch\/read$/, 'batch-read'],
  [/^\/crm\/objects\/[^/]+\/\w+\/batch\/\w+$/, 'batch-write'],
  [/^\/crm\/objects\/[^/]+\/\w+$/, 'list'],
  [/^\/crm\/objects\//, 'record'],
  [/^\/crm\/associations\//, 'associations'],
  [/^\/crm\/(?:properties|limits)\//, 'properties'],
  [/^\/crm\/imports\//, 'imports'],
  [/^\/(?:marketing\/forms|form-integrations)\//, 'forms'],
  [/^\/marketing\/marketing-events\//, 'marketing-events'],
  [/^\/events\//, 'occurrences'],
  [/^\/communication-preferences\//, 'subscriptions'],
  [/^\/account-info\//, 'account'],
]

/** What is done, as metrics name it. */
export function callKind({ path }: Pick<HttpRequest, 'path'>): string {
  return KINDS.find(([pattern]) => pattern.test(path))?.[1] ?? 'other'
}
