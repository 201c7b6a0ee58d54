/** One record as coded values, one for each feature in the same order. */
export type Profile = readonly string[]

export interface Clusters {
  /** The cluster of each profile, from 0. */
  readonly clusterOf: readonly number[]
  readonly modes: readonly Profile[]
  /** −1 to 1: how much nearer profiles are to their own mode than to the next. */
  readonly silhouette: number
}

const MOST_ROUNDS = 25

/**
 * k-modes (Huang, Data Mining and Knowledge Discovery 2, 1998): k-means for coded values. Chosen over
 * a tree because nothing here may look at outcomes, and over medoids because it takes one pass per
 * round however many records there are. The start is not random: the commonest profile, then always
 * the one that is both common and far from those taken (Cao, Liang and Bai 2009), so that the same
 * records give the same segments.
 */
export function kModes(profiles: readonly Profile[], k: number): Clusters {
  const unique = weigh(profiles)
  let modes = startFrom(unique, k)
  let homes = unique.map(({ profile }) => nearest(profile, modes))
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    modes = modes.map((mode, cluster) => modeOf(unique, homes, cluster) ?? mode)
    const moved = unique.map(({ profile }) => nearest(profile, modes))
    const settled = moved.every((home, at) => home === homes[at])
    homes = moved
    if (settled) break
  }
  const byKey = new Map(unique.map(({ key }, at) => [key, homes[at] ?? 0]))
  return {
    clusterOf: profiles.map((profile) => byKey.get(keyOf(profile)) ?? 0),
    modes,
    silhouette: silhouetteOf(unique, modes),
  }
}

interface Weighed {
  readonly key: string
  readonly profile: Profile
  readonly weight: number
}

/** Coded records repeat: a million records are a few thousand profiles. */
function weigh(profiles: readonly Profile[]): readonly Weighed[] {
  const weights = new Map<string, { profile: Profile; weight: number }>()
  for (const profile of profiles) {
    const key = keyOf(profile)
    const known = weights.get(key)
    if (known === undefined) weights.set(key, { profile, weight: 1 })
    else known.weight += 1
  }
  return [...weights]
    .map(([key, { profile, weight }]) => ({ key, profile, weight }))
    .sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))
}

function startFrom(unique: readonly Weighed[], k: number): readonly Profile[] {
  const density = densityOf(unique)
  const far = unique.map(() => Number.POSITIVE_INFINITY)
  const modes: Profile[] = []
  while (modes.length < Math.min(k, unique.length)) {
    let best = 0
    let most = -1
    unique.forEach(({ profile }, at) => {
      const value = modes.length === 0 ? density(profile) : (far[at] ?? 0) * density(profile)
      if (value > most) [best, most] = [at, value]
    })
    const chosen = unique[best]?.profile ?? []
    modes.push(chosen)
    unique.forEach(({ profile }, at) => {
      far[at] = Math.min(far[at] ?? 0, distance(profile, chosen))
    })
  }
  return modes
}

/** How common a profile's values are on average. */
function densityOf(unique: readonly Weighed[]): (profile: Profile) => number {
  const counts = (unique[0]?.profile ?? []).map(() => new Map<string, number>())
  for (const { profile, weight } of unique) {
    counts.forEach((values, at) => {
      values.set(profile[at] ?? '', (values.get(profile[at] ?? '') ?? 0) + weight)
    })
  }
  return (profile) =>
    counts.reduce((sum, values, at) => sum + (values.get(profile[at] ?? '') ?? 0), 0)
}

function modeOf(
  unique: readonly Weighed[],
  homes: readonly number[],
  cluster: number,
): Profile | undefined {
  const own = unique.filter((_, at) => homes[at] === cluster)
  return own[0]?.profile.map((_, feature) => {
    const weights = new Map<string, number>()
    for (const { profile, weight } of own) {
      weights.set(profile[feature] ?? '', (weights.get(profile[feature] ?? '') ?? 0) + weight)
    }
    return [...weights].reduce((best, next) => (next[1] > best[1] ? next : best))[0]
  })
}

function nearest(profile: Profile, modes: readonly Profile[]): number {
  const distances = modes.map((mode) => distance(profile, mode))
  return distances.indexOf(Math.min(...distances))
}

/** The simplified silhouette, with modes in place of all other members. */
function silhouetteOf(unique: readonly Weighed[], modes: readonly Profile[]): number {
  let [sum, weights] = [0, 0]
  for (const { profile, weight } of unique) {
    const [own = 0, next = 0] = modes.map((mode) => distance(profile, mode)).sort((a, b) => a - b)
    sum += next === 0 ? 0 : (weight * (next - own)) / next
    weights += weight
  }
  return weights === 0 ? 0 : sum / weights
}

function distance(one: Profile, two: Profile): number {
  return one.reduce((sum, value, at) => sum + (value === two[at] ? 0 : 1), 0)
}

function keyOf(profile: Profile): string {
  return JSON.stringify(profile)
}
