import type { Body, Point, PointSet } from '../../../bot/domain/projects/points.js'

// As the domain has them (bot/domain/projects/points.ts), which the page does not load.
/** The decision points of a project, by the set that it has. */
export const POINTS_IN: Readonly<Record<PointSet, readonly Point[]>> = {
  six: ['BA', 'B0', 'B1', 'B2', 'B3', 'B4'],
  five: ['B0', 'B1', 'B2', 'B3', 'B4'],
  four: ['B1', 'B2', 'B3', 'B4'],
}
/** Who decides each, unless the project says otherwise. */
export const USUALLY_BY: Readonly<Record<Point, Body>> = {
  BA: 'owner',
  B0: 'owner',
  B1: 'owner',
  B2: 'steering-group',
  B3: 'steering-group',
  B4: 'steering-group',
}
export const BODY_NAMES: readonly Body[] = ['owner', 'sponsor', 'steering-group']
