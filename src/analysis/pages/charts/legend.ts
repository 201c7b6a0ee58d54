import { type Html, html } from '../page/html.ts'
import { plainText } from '../plain-text.ts'
import type { Dash, LegendEntry, Mark } from './chart-option.ts'

/**
 * Beside the drawing rather than in it: the library can only guess how wide a name will be in a font
 * it does not have, and a list wraps on a phone.
 */
export function legendOf(entries: readonly LegendEntry[]): Html | undefined {
  if (entries.length === 0) return undefined
  const items = entries.map((entry) => html`<li>${swatch(entry)} ${plainText(entry.name)}</li>`)
  return html`<ul class="legend">
${items}
</ul>`
}

function swatch({ colour, line, symbol, bar }: LegendEntry): Html {
  return html`<svg viewBox="0 0 34 14" width="34" height="14" aria-hidden="true">${[
    ...(line === undefined ? [] : [stroke(colour, line)]),
    ...(symbol === undefined ? [] : [mark(colour, symbol)]),
    ...(bar === undefined ? [] : [piece(colour, bar)]),
  ]}</svg>`
}

function stroke(colour: string, dash: Dash): Html {
  const dashes = dash === 'solid' ? 'none' : dash.join(' ')
  return html`<path d="M1 7H33" stroke="${colour}" stroke-width="2" stroke-dasharray="${dashes}"/>`
}

const MARKS: Readonly<Record<Mark, string>> = {
  circle: 'M12 7a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z',
  diamond: 'M17 1L23 7L17 13L11 7Z',
  triangle: 'M17 2L22.5 12H11.5Z',
  rect: 'M12 2H22V12H12Z',
}

function mark(colour: string, symbol: Mark): Html {
  return html`<path d="${MARKS[symbol]}" fill="${colour}"/>`
}

function piece(colour: string, bar: 'plain' | 'striped'): Html {
  const stripes = bar === 'striped' ? 'M5 14L19 0M12 14L26 0M19 14L33 0' : ''
  return html`<path d="M4 0H30V14H4Z" fill="${colour}"/><path d="${stripes}" stroke="var(--paper)" stroke-width="2"/>`
}
