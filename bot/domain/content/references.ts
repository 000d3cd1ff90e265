import type { Content } from './content.js'

/** What is named in one entry but does not exist, or is never reached; one sentence each. Empty when all is well. */
export function brokenReferences(content: Content): string[] {
  const { services, contact, lifeSituations, districts, permits, businessTypes } = content
  const bundled = new Set([...lifeSituations.values()].flatMap((situation) => situation.services))
  return [
    ...[...services.values()].flatMap(({ id, contact: point }) => (point && !contact.has(point) ? [`services/${id}: contact "${point}" does not exist`] : [])),
    ...[...services.keys()].filter((id) => !bundled.has(id)).map((id) => `services/${id}: stands in no life situation`),
    ...[...lifeSituations.values()].flatMap((situation) =>
      situation.services.filter((id) => !services.has(id)).map((id) => `life-situations/${situation.id}: service "${id}" does not exist`),
    ),
    ...[...permits.values()].flatMap(({ id, contact: point, first }) => [
      ...(point && !contact.has(point) ? [`permits/${id}: contact "${point}" does not exist`] : []),
      ...first.filter((before) => !permits.has(before)).map((before) => `permits/${id}: permit "${before}" does not exist`),
    ]),
    ...[...businessTypes.values()].flatMap(({ id, usually, depending }) =>
      [...usually, ...depending]
        .filter((permit) => !permits.has(permit))
        .map((permit) => `business-types/${id}: permit "${permit}" does not exist`),
    ),
    ...repeatedAreas([...districts.values()]),
    ...brokenInQueues(content),
  ]
}

function brokenInQueues({ queues, cannedAnswers, contact }: Content): string[] {
  const general = [...queues.values()].filter(({ general }) => general)
  return [
    ...(general.length === 1 || queues.size === 0 ? [] : ['queues: exactly one is to be general']),
    ...[...queues.values()].flatMap(({ id, contacts, phone, letter, overflow }) => [
      ...[...contacts, phone, letter]
        .filter((point) => !contact.has(point))
        .map((point) => `queues/${id}: contact "${point}" does not exist`),
      ...overflow.filter(({ to }) => !queues.has(to) || to === id).map(({ to }) => `queues/${id}: overflow to "${to}"`),
    ]),
    ...[...cannedAnswers.values()].flatMap(({ id, queues: named }) =>
      named.filter((queue) => !queues.has(queue)).map((queue) => `canned-answers/${id}: queue "${queue}" does not exist`),
    ),
  ]
}

function repeatedAreas(districts: readonly { id: string; areas: readonly string[] }[]): string[] {
  const owner = new Map<string, string>()
  return districts.flatMap(({ id, areas }) =>
    areas.flatMap((area) => {
      const other = owner.get(area.toLowerCase())
      owner.set(area.toLowerCase(), id)
      return other && other !== id ? [`districts/${id}: "${area}" also stands in ${other}`] : []
    }),
  )
}
