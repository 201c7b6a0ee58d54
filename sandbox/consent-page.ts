export interface ConsentAsked {
  readonly crm: string
  readonly app: string
  readonly scopes: readonly string[]
  /** Where the answer is posted to. */
  readonly action: string
  /** Comes back with the answer. */
  readonly fields: Readonly<Record<string, string>>
}

/** The page on which somebody says yes or no to an app; the answer is posted as `decision`. */
export function consentPage({ crm, app, scopes, action, fields }: ConsentAsked): string {
  const hidden = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  )
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>${escaped(crm)} sandbox</title>
<h1>${escaped(app)} wants to be connected to this ${escaped(crm)} sandbox</h1>
<ul>${scopes.map((scope) => `<li>${escaped(scope)}</li>`).join('')}</ul>
<form method="post" action="${escaped(action)}">${hidden.join('')}
<button name="decision" value="allow">Connect app</button>
<button name="decision" value="deny">Cancel</button></form></html>
`
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
