import { type Plant, weaveIn } from '#sandbox/seed/plant.ts'
import type { Population, SeedActivity, SeedPerson } from '#sandbox/seed/population.ts'
import { FORM_NAME, PAGE_PATH, PAGE_QUERY } from './plant-places.ts'

/** The population with tokens in the pages people saw and the forms they filled in. */
export function plantVisits(population: Population, plant: Plant): Population {
  return { ...population, people: population.people.map((person) => planted(person, plant)) }
}

function planted(person: SeedPerson, plant: Plant): SeedPerson {
  const path = plant(PAGE_PATH, person.index)
  const query = plant(PAGE_QUERY, person.index)
  const form = plant(FORM_NAME, person.index)
  if (path === undefined && query === undefined && form === undefined) return person
  const weaveUrl = (url: string): string => {
    const withPath = path === undefined ? url : weaveIn('url-path', url, path)
    return query === undefined ? withPath : weaveIn('url-query', withPath, query)
  }
  const activities = person.activities.map((activity): SeedActivity => {
    if (activity.kind === 'page-viewed') return { ...activity, url: weaveUrl(activity.url) }
    if (activity.kind !== 'form-submitted' || form === undefined) return activity
    return { ...activity, form: weaveIn('text', activity.form, form) }
  })
  return { ...person, activities }
}
