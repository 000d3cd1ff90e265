import type { FluentIcon } from '@fluentui/react-icons'
import type { ComponentType } from 'react'
import type { Permission } from '../../bot/domain/people/permissions.js'
import type { Api } from './api.js'
import type { Member } from './ways/session.js'
import type { Translate } from './words.js'

/** What the page of a place is given. It stays while another place is looked at, so that nothing that was typed is lost: `isShown` is false then. */
export type PlaceProps = {
  /** Paths begin below /staff/api/. A session that has run out is renewed in here. */
  api: Api
  t: Translate
  language: string
  member: Member
  may: (permission: Permission) => boolean
  isShown: boolean
}

/** A place of the staff page: it stands at `/staff#<id>` and is called `staff.place-<id>`. */
export type Place = {
  id: string
  /** Whoever lacks it does not see the place; the server asks for it again at each request. */
  permission: Permission
  Icon: FluentIcon
  /** The page, which is fetched when it is first looked at. The desk has none here: it is there from the beginning, since chats are held by it. */
  load?: () => Promise<ComponentType<PlaceProps>>
}
