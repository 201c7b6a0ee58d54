import type { Request, RequestHandler } from 'express'
import { createAdminTokenCheck, refuse } from './admin-token-check.ts'
import { sendPage } from './oauth-page.ts'
import type { CountTries } from './sign-in-limit.ts'

export interface GuardDeps {
  readonly adminToken: string | undefined
  readonly publicUrl: string | undefined
  readonly countTries: CountTries
}

/**
 * Who may start an installation. Connecting a CRM account lets its data in, so it takes the operator's
 * word: the admin token, asked for by the browser as a password (HTTP Basic, any user name). That keeps
 * nothing here, puts no secret into an address, a history or an access log, and needs no second screen.
 * Without a token only this machine is let in.
 */
export function installGuard({ adminToken, publicUrl, countTries }: GuardDeps): RequestHandler {
  const check = adminToken === undefined ? undefined : createAdminTokenCheck(adminToken, countTries)
  return async (request, response, next) => {
    if (check === undefined) {
      if (isThisMachine(request, publicUrl)) next()
      else sendPage(response, LOCKED)
      return
    }
    const refusal = await check(request, passwordOf(request))
    if (refusal === undefined) {
      next()
      return
    }
    refuse(response, refusal)
    sendPage(response, refusal.status === 401 ? WRONG : { ...LATER, status: refusal.status })
  }
}

const LOCKED = {
  status: 403,
  title: 'Installing is locked',
  lines: [
    'This server is open to others and has no admin token, so nobody may connect an account from a browser.',
    'Set LEADWELL_ADMIN_TOKEN on the server (at least 16 characters), restart it and open this page again.',
  ],
}
const WRONG = {
  status: 401,
  title: 'The admin token is needed',
  lines: [
    'Open this page again. As password give the LEADWELL_ADMIN_TOKEN of the server; any user name will do.',
  ],
}

const LATER = {
  title: 'Not just now',
  lines: [
    'Too many tokens were tried from here, or tries cannot be counted for a moment.',
    'Wait five minutes and open this page again.',
  ],
}

export function passwordOf(request: Request): string {
  const basic = /^Basic ([\w+/=-]+)$/i.exec(request.get('authorization') ?? '')?.[1] ?? ''
  const [, ...password] = Buffer.from(basic, 'base64').toString('utf8').split(':')
  return password.join(':')
}

/**
 * Asked from this machine, of this machine, by nobody in between: a proxy on this machine would make all
 * the world look local, and so would a name that was pointed here.
 */
export function isThisMachine(request: Request, publicUrl: string | undefined): boolean {
  const names = [`http://${request.get('host') ?? ''}`, publicUrl ?? 'http://localhost']
  const isForwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'via'].some(
    (name) => request.get(name) !== undefined,
  )
  return (
    !isForwarded &&
    isLoopback(request.socket.remoteAddress ?? '') &&
    names.every((url) => URL.canParse(url) && isLoopback(new URL(url).hostname))
  )
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|\[?::1\]?|(?:::ffff:)?127(?:\.\d{1,3}){3})$/i.test(host)
}
