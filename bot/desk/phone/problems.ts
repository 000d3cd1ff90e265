/** What can stand in the way of something in a call; the words are `phone.problem.<name>`. */
export const CALL_PROBLEMS = [
  'not-there',
  'failed',
  'old',
  'nothing-chosen',
  'wrong-address',
  'wrong-number',
  'no-sms',
  'sms-failed',
  'sms-too-long',
] as const
export type CallProblem = { problem: (typeof CALL_PROBLEMS)[number] }
export const callProblem = (problem: CallProblem['problem']): CallProblem => ({ problem })
