import {
  Call20Regular,
  ChatMultiple20Regular,
  ClipboardTaskListLtr20Regular,
  PeopleTeam20Regular,
  TextBulletListSquareEdit20Regular,
} from '@fluentui/react-icons'
import type { Place } from './place.js'

export const DESK = 'desk'

/** Everything that the staff page has, in the order in which it is shown. Who sees what is told by the permission. */
export const PLACES: readonly Place[] = [
  { id: DESK, permission: 'desk.see', Icon: ChatMultiple20Regular },
  {
    id: 'phone',
    permission: 'phone.use',
    Icon: Call20Regular,
    load: async () => (await import('./phone/phone-page.js')).PhonePage,
  },
  {
    id: 'projects',
    permission: 'projects.use',
    Icon: ClipboardTaskListLtr20Regular,
    load: async () => (await import('./projects/projects-page.js')).ProjectsPage,
  },
  {
    id: 'corrections',
    permission: 'content.correct',
    Icon: TextBulletListSquareEdit20Regular,
    load: async () => (await import('./corrections/corrections-page.js')).CorrectionsPage,
  },
  {
    id: 'people',
    permission: 'staff.manage',
    Icon: PeopleTeam20Regular,
    load: async () => (await import('./people/people-page.js')).PeoplePage,
  },
]
