import { ACCESS_ROLES } from '#src/http/api/access-role.ts'
import type { ApiRoute } from '#src/http/api/api-route.ts'

/** Who may do what, as docs/guides/api.md shows it. */
export function apiTable(routes: readonly ApiRoute[]): string {
  const rows = routes.map(({ method, path, role, does, query, body, bodyLimit }) => {
    const address = `\`${method.toUpperCase()} ${path}\``
    const may = ACCESS_ROLES.map((one) => (mayUse(one, role) ? '✓' : ''))
    const most = bodyLimit >= 1_048_576 ? '1 MiB' : `${bodyLimit / 1024} KiB`
    const sent = namesOf(body)
    return [address, does, ...may, namesOf(query), sent === '' ? '' : `${sent}, ${most}`]
  })
  const head = ['route', 'does', ...ACCESS_ROLES, 'query', 'body']
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

function mayUse(one: (typeof ACCESS_ROLES)[number], role: ApiRoute['role']): boolean {
  return role === 'anyone' || ACCESS_ROLES.indexOf(one) >= ACCESS_ROLES.indexOf(role)
}

function namesOf(schema: object): string {
  const names = 'shape' in schema ? Object.keys(Object(schema.shape)) : []
  return names.map((name) => `\`${name}\``).join(' ')
}
