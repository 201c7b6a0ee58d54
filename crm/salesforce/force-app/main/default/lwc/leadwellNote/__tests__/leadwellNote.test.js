import LeadwellNote from 'c/leadwellNote'
import { createElement } from 'lwc'

function show(sections) {
  const element = createElement('c-leadwell-note', { is: LeadwellNote })
  Object.assign(element, { note: { sections, reasons: [] } })
  document.body.append(element)
  return element.shadowRoot
}

afterEach(() => {
  document.body.replaceChildren()
})

describe('the handoff note', () => {
  it('stands under its own headings, folded, with every line, even twice the same', () => {
    const root = show([
      { heading: '', lines: ['In short.'] },
      { heading: 'SAY', lines: ['Hello.', 'Hello.'] },
    ])

    expect(root.querySelector('details').open).toBe(false)
    expect(root.querySelector('summary').textContent).toBe('Handoff note')
    expect([...root.querySelectorAll('h4')].map((node) => node.textContent)).toEqual(['SAY'])
    expect([...root.querySelectorAll('p')].map((node) => node.textContent)).toEqual([
      'In short.',
      'Hello.',
      'Hello.',
    ])
  })

  it('shows nothing when there is none', () => {
    expect(show([]).querySelector('details')).toBeNull()
  })
})
