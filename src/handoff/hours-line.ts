import type { ContactHours } from '../consent/contact-hours.ts'
import type { Channel } from '../ports.ts'
import { fill } from './fill.ts'
import type { NoteTexts } from './texts/note-texts.ts'

interface Hours {
  readonly from: string
  readonly to: string
}

/**
 * When a person may be called or texted, the same all year; `undefined` when only email is open. The
 * hour at which the note is written plays no part, so that the note stays the same.
 */
export function hoursLine(
  hours: ContactHours,
  channels: readonly Channel[],
  { hours: texts, consent }: NoteTexts,
): string | undefined {
  const timed = channels.filter((channel) => channel !== 'email')
  if (timed.length === 0) return undefined
  const rests = [
    hours.saturday === undefined ? texts.notSaturday : '',
    hours.sunday === undefined ? texts.notSunday : '',
    hours.restsOnHolidays ? texts.notHolidays : '',
  ]
  return fill(texts.hours, {
    channels: timed.map((channel) => consent.channels[channel]).join(', '),
    days: [...openDays(hours, texts), ...rests].filter((part) => part !== '').join(', '),
    zone: texts.zones[hours.zone],
  })
}

/** Days with the same hours are told together. */
function openDays(hours: ContactHours, texts: NoteTexts['hours']): readonly string[] {
  const { saturday, sunday } = hours
  const span = (days: string, open: Hours): string =>
    fill(texts.span, { days, from: onClock(open.from, texts), to: onClock(open.to, texts) })
  const likeWeekdays = (open: Hours | undefined): boolean =>
    open?.from === hours.from && open.to === hours.to
  if (likeWeekdays(saturday) && likeWeekdays(sunday)) return [span(texts.everyDay, hours)]
  const onSunday = sunday === undefined ? [] : [span(texts.sunday, sunday)]
  if (likeWeekdays(saturday)) return [span(texts.mondayToSaturday, hours), ...onSunday]
  const onSaturday = saturday === undefined ? [] : [span(texts.saturday, saturday)]
  return [span(texts.mondayToFriday, hours), ...onSaturday, ...onSunday]
}

/** `21:00` as `9 pm`. */
function onClock(time: string, { morning, afternoon, noon }: NoteTexts['hours']): string {
  const hour = Number.parseInt(time, 10)
  if (hour === 12) return noon
  return fill(hour < 12 ? morning : afternoon, { hour: String(hour % 12 === 0 ? 12 : hour % 12) })
}
