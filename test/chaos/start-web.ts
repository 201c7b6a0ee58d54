import { createApiServices } from '#src/api-services.ts'
import { createHttpApp } from '#src/http/create-http-app.ts'
import { type HttpServer, serve } from '#src/http/serve.ts'
import type { Runtime } from '#src/runtime.ts'

/** What `start --role web` serves, apart from pages for people. */
export function startWeb(runtime: Runtime): Promise<HttpServer> {
  const { config, store, log, now, queue, redis } = runtime
  const app = createHttpApp({
    store,
    log,
    now,
    publicUrl: config.publicUrl,
    hubspotSecrets: () => [config.hubspot.clientSecret].filter((secret) => secret !== undefined),
    kick: (portal) => queue.kick(portal),
    poll: (portal) => queue.add('poll-changes', { portal }),
    api: createApiServices(runtime, new AbortController().signal),
    pingRedis: async () => void (await redis.ping()),
  })
  return serve(app, config.port)
}
