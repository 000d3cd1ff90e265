import { drawCode } from '../../domain/permits/plan-code.js'
import type { PilotNeeds } from '../needs.js'

const ID_BYTES = 16

type DrawBytes = (count: number) => { toString(encoding: 'base64url'): string }

/** Draws the id and the code of new plans. Nobody may foretell either: whoever has one has the plan. */
export const planDrawer =
  (bytes: DrawBytes, below: (most: number) => number): PilotNeeds['newPlan'] =>
  () => ({ id: bytes(ID_BYTES).toString('base64url'), code: drawCode(below) })
