import type { Config } from '../config/config.js'
import type { DeskNeeds } from '../desk/needs.js'
import { calls } from '../desk/phone/calls.js'
import type { PhoneNeeds } from '../desk/phone/needs.js'
import type { Stores } from '../store/stores.js'
import type { Outside } from './outside.js'

type Needs = Pick<DeskNeeds, 'content' | 'translate' | 'now' | 'newId' | 'store'> &
  Pick<PhoneNeeds, 'receive' | 'tokenKey'> &
  Pick<Outside, 'post' | 'sms'> & { stores: Stores; config: Config }

/** What agents do for who calls instead of writing. */
export const byPhone = ({ stores, config, store, post, sms, receive, tokenKey, content, translate, now, newId }: Needs) =>
  calls({
    ...{ receive, tokenKey, content, translate, now, newId, store, languages: config.languages },
    ...{ conversations: stores.conversations, plans: stores.plans, mails: stores.mails },
    ...{ planDays: config.keep.planDays, mailDays: config.keep.conversationDays },
    mailConnected: post !== undefined,
    ...(sms ? { sms } : {}),
    publicOrigin: config.publicUrl?.origin,
  })
