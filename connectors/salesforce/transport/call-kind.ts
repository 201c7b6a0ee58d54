/** The first that fits a label. A closed list: nothing of a path but its kind is ever counted. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\/jobs\/query/, 'bulk-query'],
  [/\/jobs\/ingest/, 'bulk-write'],
  [/\/tooling\//, 'tooling'],
  [/\/services\/Soap\/|metadata/i, 'metadata'],
  [/\/(?:updated|deleted)\/?$/, 'changes'],
  [/\/describe\/?$/, 'describe'],
  [/\/composite\/sobjects/, 'collections'],
  [/\/composite/, 'composite'],
  [/\/query(?:All)?(?:\/|$)/, 'query'],
  [/\/sobjects\//, 'record'],
  [/\/limits\/?$/, 'limits'],
]

/** What is done, as metrics name it, of a call's label such as `GET /services/data/v67.0/query`. */
export function callKind(label: string): string {
  return KINDS.find(([pattern]) => pattern.test(label))?.[1] ?? 'other'
}
