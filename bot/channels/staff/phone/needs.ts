import type { Config } from '../../../config/config.js'
import type { Calls } from '../../../desk/phone/calls.js'
import type { Translate } from '../../../i18n/translate.js'
import type { StaffGate } from '../sign-in/gate.js'

export type PhoneDoorNeeds = {
  config: Pick<Config, 'languages' | 'publicUrl' | 'trustedProxies'>
  calls: Calls
  gate: StaffGate
  translate: (language: string) => Translate
}
