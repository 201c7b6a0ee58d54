/** A browser as far as installing needs one: keeps cookies by host, follows redirects, posts forms. */
export interface Browser {
  /** Where it ended, with the page there. */
  open(url: string, headers?: Readonly<Record<string, string>>): Promise<Visit>
  /** Presses a button of the form on a page. */
  press(page: Visit, decision: string): Promise<Visit>
  cookies(): readonly string[]
  cookieHeader(url: string): string
}

export interface Visit {
  readonly url: string
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

export function createBrowser(): Browser {
  const jars = new Map<string, Map<string, string>>()
  const jarOf = (url: string): Map<string, string> => {
    const { host } = new URL(url)
    const jar = jars.get(host) ?? new Map<string, string>()
    jars.set(host, jar)
    return jar
  }
  const cookieHeader = (url: string): string =>
    [...jarOf(url)].map(([name, value]) => `${name}=${value}`).join('; ')
  const visit = async (url: string, init: RequestInit): Promise<Visit> => {
    const cookie = cookieHeader(url)
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...Object.fromEntries(new Headers(init.headers)), cookie },
    })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) jarOf(url).delete(name)
      else jarOf(url).set(name, value)
    }
    const location = response.headers.get('location')
    if (response.status === 302 && location !== null) {
      return await visit(new URL(location, url).href, {})
    }
    const { status, headers } = response
    return { url, status, headers, text: await response.text() }
  }
  return {
    open: (url, headers = {}) => visit(url, { headers }),
    press: ({ url, text }, decision) => {
      const action = /action="([^"]*)"/.exec(text)?.[1] ?? ''
      const fields = [...text.matchAll(/name="([^"]*)" value="([^"]*)"/g)]
        .map(([, name = '', value = '']): [string, string] => [name, plain(value)])
        .filter(([name]) => name !== 'decision')
      const body = new URLSearchParams([...fields, ['decision', decision]])
      return visit(new URL(plain(action), url).href, { method: 'POST', body })
    },
    cookieHeader,
    cookies: () => [...jars.values()].flatMap((jar) => [...jar.keys()]),
  }
}

/** What a page shows for `&#60;`. */
export function plain(html: string): string {
  return html.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
}
