import type { IncomingMessage } from 'node:http'
import type { Config } from '../../../config/config.js'
import type { StaffMember } from '../../../domain/desk/staff-member.js'
import type { Actor } from '../../../domain/projects/actor.js'
import type { Projects } from '../../../domain/projects/projects.js'
import type { Translate } from '../../../i18n/translate.js'
import type { Log } from '../../../telemetry/log.js'
import type { HttpAnswer } from '../../http-answer.js'
import type { StaffGate } from '../sign-in/gate.js'

export type ProjectsDoorNeeds = {
  config: Pick<Config, 'languages'> & { keep: Pick<Config['keep'], 'conversationDays'> }
  gate: StaffGate
  projects: Projects
  /** Some of those with this text in their name, for who is put in a seat. */
  named: (text: string, limit: number) => Promise<StaffMember[]>
  translate: (language: string) => Translate
  now: () => Date
  log: Log
}

/** One request by somebody who may come in. `params` are the parts of the path that are names. */
export type Asked = {
  needs: ProjectsDoorNeeds
  request: IncomingMessage
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  by: Actor
  language: string
}
export type Serve = (asked: Asked) => Promise<HttpAnswer>
