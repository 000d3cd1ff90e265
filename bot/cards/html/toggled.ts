import { isPart, partsIn, textIn, type Part } from '../card-parts.js'

/** Ids of the elements that an Action.ToggleVisibility shows and hides. */
export const targetsOf = (action: Part): string[] => {
  const targets = Array.isArray(action['targetElements']) ? action['targetElements'] : []
  return targets.flatMap((target) =>
    typeof target === 'string' ? [target] : isPart(target) ? (textIn(target, 'elementId') ?? []) : [],
  )
}

/** Finds the elements that buttons show and hide, wherever both are in the card. */
export function collectToggled(card: Part, toggled: Map<string, Part>): void {
  const parts = [...everythingIn(card)]
  const wanted = new Set(parts.filter(({ type }) => type === 'Action.ToggleVisibility').flatMap(targetsOf))
  for (const part of parts) {
    const id = textIn(part, 'id')
    if (id !== undefined && wanted.has(id) && !toggled.has(id)) toggled.set(id, part)
  }
}

function* everythingIn(part: Part): Generator<Part> {
  for (const value of Object.values(part)) {
    for (const child of isPart(value) ? [value] : partsIn(value)) {
      yield child
      yield* everythingIn(child)
    }
  }
}
