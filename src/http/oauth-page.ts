import type { Response } from 'express'

/** What somebody at a browser is told: what happened, and what to do next. */
export interface Page {
  readonly status: number
  readonly title: string
  readonly lines: readonly string[]
  readonly list?: readonly string[]
  /** To be typed at the server. */
  readonly commands?: readonly string[]
}

/** A plain page: no script, no style, nothing loaded, never kept, and no address passed on. */
export function sendPage(response: Response, { status, title, lines, ...more }: Page): void {
  const { list = [], commands = [] } = more
  const items = list.map((item) => `<li>${escaped(item)}</li>`).join('\n')
  const typed = commands.map((command) => `<pre>${escaped(command)}</pre>`).join('\n')
  response
    .status(status)
    .set({
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    })
    .type('html')
    .send(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)} · Leadwell</title>
<h1>${escaped(title)}</h1>
${lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')}
${items === '' ? '' : `<ul>\n${items}\n</ul>`}
${typed}
</html>
`)
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
