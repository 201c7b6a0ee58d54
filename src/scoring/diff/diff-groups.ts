import { fadingInWords } from '../document/axis-section.ts'
import { asWords } from '../document/plain-words.ts'
import type { EngagementGroup, FitGroup, Model } from '../model.ts'
import { type Change, changed, pairUp } from './change.ts'

type Group = FitGroup | EngagementGroup

interface Limits {
  readonly cap: number
  readonly floor: number
}

/** Caps, floors and decay of the axes and their groups. */
export function diffGroups(before: Model, after: Model): readonly Change[] {
  return (['fit', 'engagement'] as const).flatMap((axis) => {
    const { added, removed, kept } = pairUp<Group>(
      before[axis].groups,
      after[axis].groups,
      ({ id }) => id,
    )
    return [
      ...diffLimits(axis, axis, before[axis], after[axis]),
      ...removed.map(
        (group): Change => ({ kind: 'removed', where: group.id, text: inFull(axis, group) }),
      ),
      ...added.map(
        (group): Change => ({ kind: 'added', where: group.id, text: inFull(axis, group) }),
      ),
      ...kept.flatMap(([was, is]) => diffGroup(was, is)),
    ]
  })
}

function diffGroup(was: Group, is: Group): readonly Change[] {
  const name = asWords(is.id)
  return [
    ...diffLimits(is.id, name, was, is),
    ...changed(is.id, `${name}, decay`, fadingInWords(was), fadingInWords(is)),
  ]
}

function diffLimits(where: string, name: string, was: Limits, is: Limits): readonly Change[] {
  return [
    ...changed(where, `${name}, most points`, String(was.cap), String(is.cap)),
    ...changed(where, `${name}, least points`, String(was.floor), String(is.floor)),
  ]
}

function inFull(axis: string, group: Group): string {
  const { id, cap, floor } = group
  return `${axis} group ${asWords(id)}, from ${floor} to ${cap}. ${fadingInWords(group)}`.trim()
}
