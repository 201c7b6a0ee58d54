import LeadwellSummary from 'c/leadwellSummary'
import { createElement } from 'lwc'

function show(properties) {
  const element = createElement('c-leadwell-summary', { is: LeadwellSummary })
  Object.assign(element, properties)
  document.body.append(element)
  return element.shadowRoot
}
const factsOf = (root) => [...root.querySelectorAll('dt, dd')].map((node) => node.textContent)

afterEach(() => {
  document.body.replaceChildren()
})

describe('the gauge', () => {
  it('says in words what it draws', () => {
    const root = show({ score: { score: 82, grade: 'A1', tier: 'Sales ready', fit: 40 } })

    const gauge = root.querySelector('svg[role="img"]')
    expect(gauge.getAttribute('aria-label')).toBe('Score 82 of 100')
    expect(gauge.querySelector('.arc').getAttribute('stroke-dasharray')).toBe('82 100')
    expect(gauge.querySelector('text').textContent).toBe('82')
    expect(factsOf(root)).toEqual(['Grade', 'A1', 'Tier', 'Sales ready', 'Fit', '40'])
  })

  it('muted is drawn in grey and names no tier', () => {
    const root = show({ score: { score: 82, grade: 'A1', tier: 'Sales ready' }, muted: true })

    expect(root.querySelector('.arc_muted')).not.toBeNull()
    expect(factsOf(root)).toEqual(['Grade', 'A1'])
  })

  it.each([
    [140, '100 100'],
    [-3, '0 100'],
    [0, '0 100'],
  ])('keeps %s to its ends', (score, arc) => {
    const root = show({ score: { score } })

    expect(root.querySelector('.arc').getAttribute('stroke-dasharray')).toBe(arc)
  })
})
