import type { Model } from '../model.ts'
import { adjustmentsSection } from './adjustments-section.ts'
import { engagementSection, fitSection } from './axis-section.ts'
import { type Block, heading } from './blocks.ts'
import { fadingSection } from './fading-section.ts'
import { listsSection } from './lists-section.ts'
import { overviewSection } from './overview-section.ts'
import { asSentence, asWords } from './plain-words.ts'
import { renderHtml } from './render-html.ts'
import { renderMarkdown } from './render-markdown.ts'
import { salesReadySection } from './sales-ready-section.ts'

/** Examples are told relative to an instant, so the same model always has the same document. */
export const EXAMPLE_NOW_MS = Date.UTC(2026, 0, 15, 12)

/** The model in plain language, as Markdown: every rule, its points, why, and an example. */
export function documentModel(model: Model): string {
  return renderMarkdown(blocksOf(model))
}

/** The same as a page of its own, with nothing to load. */
export function renderPage(model: Model): string {
  return renderHtml(blocksOf(model), titleOf(model))
}

function titleOf({ id }: Model): string {
  return `Scoring model: ${asSentence(asWords(id))}`
}

function blocksOf(model: Model): readonly Block[] {
  return [
    heading(1, titleOf(model)),
    ...overviewSection(model),
    ...salesReadySection(model, EXAMPLE_NOW_MS),
    ...fitSection(model, EXAMPLE_NOW_MS),
    ...engagementSection(model, EXAMPLE_NOW_MS),
    ...adjustmentsSection(model),
    ...fadingSection(model),
    ...listsSection(model),
  ]
}
