import type { SkippingClock } from './skipping-clock.ts'

/** The same object, whose every call counts as work for as long as it lasts. */
export function watched<T extends object>(target: T, clock: Pick<SkippingClock, 'begin'>): T {
  return new Proxy(target, {
    get: (inner, name) => {
      const value: unknown = Reflect.get(inner, name)
      if (typeof value === 'function') return watchedCall(value.bind(inner), clock)
      return typeof value === 'object' && value !== null ? watched(value, clock) : value
    },
  })
}

function watchedCall(
  call: (...args: unknown[]) => unknown,
  { begin }: Pick<SkippingClock, 'begin'>,
) {
  return (...args: unknown[]): unknown => {
    const end = begin()
    const answer = call(...args)
    if (answer instanceof Promise) return answer.finally(end)
    end()
    return answer
  }
}
