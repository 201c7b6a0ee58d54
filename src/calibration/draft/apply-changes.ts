import { PermanentError } from '../../errors.ts'
import { type RuleEntry, ruleEntries } from '../../scoring/document/rule-entries.ts'
import type { Model } from '../../scoring/model.ts'
import { parseModel } from '../../scoring/parse-model.ts'
import { editYaml, type YamlEdits, type YamlPath } from './edit-yaml.ts'
import { leftovers } from './leftovers.ts'
import { CUT_OFFS, type ModelChange } from './model-change.ts'

/** `fit`, `groups` and the position of the group. */
const GROUP_DEPTH = 3

/**
 * The text of a model with the changes of the accepted groups, everything else as it stands, and one
 * version higher. Throws PermanentError `draft-outdated` where the text is no longer what the changes
 * were learned for, `draft-empty` where nothing is left to change or no fit would be, and
 * `model-invalid` where the text is no model.
 */
export function applyChanges(
  text: string,
  changes: readonly ModelChange[],
  accepted: readonly string[],
): string {
  const model = parseModel(text, 'draft.yaml')
  const chosen = changes.filter(
    ({ group, action }) => accepted.includes(group) && action !== 'keep',
  )
  if (chosen.length === 0) {
    throw new PermanentError('draft-empty', 'Nothing that was accepted changes the model.')
  }
  const entries = ruleEntries(model)
  for (const change of chosen) {
    if (!stillFits(change, model, entries)) throw outdated(change, model)
  }
  const edited = editYaml(text, editsFor(model, entries, chosen))
  parseModel(edited, 'draft.yaml')
  return edited
}

function isAbout({ axis, rule }: ModelChange, entry: RuleEntry): boolean {
  return entry.axis === axis && entry.rule.id === rule
}

function stillFits(change: ModelChange, { tiers }: Model, entries: readonly RuleEntry[]): boolean {
  const { action, axis, rule, group, before, added } = change
  if (axis === 'tiers') {
    return CUT_OFFS.some((tier) => tier === rule && tiers[tier].score === before)
  }
  const entry = entries.find((one) => isAbout(change, one))
  if (action === 'add') return entry === undefined && added !== undefined
  return entry?.group.id === group && entry.rule.points === before
}

function outdated({ rule }: ModelChange, { id, version }: Model): PermanentError {
  return new PermanentError(
    'draft-outdated',
    `Version ${version} of model ${id} is not the one the draft was learned for: "${rule}" is another now.`,
    'Calibrate again.',
  )
}

function editsFor(
  model: Model,
  entries: readonly RuleEntry[],
  chosen: readonly ModelChange[],
): YamlEdits {
  const gone = entries.filter((entry) =>
    chosen.some((change) => change.action === 'remove' && isAbout(change, entry)),
  )
  const added = chosen.flatMap(({ added: one }) => one ?? [])
  const groups = [...Map.groupBy(added, ({ into }) => into)].map(([id, own]) => ({
    id,
    rules: own.map(({ rule }) => rule),
  }))
  const rest = leftovers(model, gone, added)
  return {
    set: [
      { path: ['version'], value: model.version + 1 },
      ...chosen.flatMap((change) => newNumber(change, entries)),
    ],
    remove: [...withoutRules(model, gone, groups.length > 0), ...rest.remove],
    append: [
      ...(groups.length === 0 ? [] : [{ path: ['fit', 'groups'], entries: groups }]),
      ...rest.append,
    ],
  }
}

function newNumber(change: ModelChange, entries: readonly RuleEntry[]): YamlEdits['set'] {
  const { action, axis, rule, after } = change
  if (action !== 'change' || after === undefined) return []
  if (axis === 'tiers') return [{ path: ['tiers', rule, 'score'], value: after }]
  const path = entries.find((entry) => isAbout(change, entry))?.path
  return path === undefined ? [] : [{ path: [...path, 'points'], value: after }]
}

/** The rules, or their group where all of its rules go, or all groups of engagement. */
function withoutRules(
  model: Model,
  gone: readonly RuleEntry[],
  fitGrows: boolean,
): readonly YamlPath[] {
  const emptied = new Set(
    gone.flatMap(({ group }) =>
      gone.filter((one) => one.group === group).length === group.rules.length ? [group] : [],
    ),
  )
  const isBare = (axis: 'fit' | 'engagement'): boolean =>
    model[axis].groups.length > 0 && model[axis].groups.every((group) => emptied.has(group))
  if (isBare('fit') && !fitGrows) {
    throw new PermanentError('draft-empty', 'No rule of fit would be left, and a model needs one.')
  }
  const paths = gone
    .filter(({ axis }) => axis === 'fit' || !isBare('engagement'))
    .map(({ path, group }) => (emptied.has(group) ? path.slice(0, GROUP_DEPTH) : path))
  const groups = isBare('engagement') ? [['engagement', 'groups']] : []
  return [...new Map([...paths, ...groups].map((path) => [path.join('.'), path])).values()]
}
