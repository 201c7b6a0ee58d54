import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { API_ROUTES } from '#src/http/api/api-routes.ts'
import { ROLE_OF_VIEW } from '#src/http/api/record-routes.ts'
import { apiTable } from './api-table.ts'

const GUIDE = new URL('../../../docs/guides/api.md', import.meta.url)

it('the guide says who may do what as the routes have it', async () => {
  const guide = await readFile(GUIDE, 'utf8')

  expect(guide).toContain(apiTable(API_ROUTES))
})

it('the guide says who may look at a record how, as the route has it', async () => {
  const guide = await readFile(GUIDE, 'utf8')

  for (const [view, role] of Object.entries(ROLE_OF_VIEW)) {
    expect(guide).toMatch(new RegExp(`\\| \`${view}\` \\| ${role} \\|`))
  }
})

it('no address stands in the way of another', () => {
  const asPattern = (path: string): RegExp => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`)
  const paths = [...new Set(API_ROUTES.map(({ path }) => path))]

  const clashes = paths.flatMap((path) =>
    paths.filter((other) => other !== path && asPattern(other).test(path)),
  )
  expect(clashes).toEqual([])
})
