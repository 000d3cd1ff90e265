import { toldText } from '../cards/projects/told-text.js'
import { projectLink } from '../cards/teams/desk-link.js'
import type { FillCard } from '../cards/templates.js'
import type { StaffGate } from '../channels/staff/sign-in/gate.js'
import { staffProjects } from '../channels/staff/projects/staff-projects.js'
import type { Config } from '../config/config.js'
import { staffIdOf } from '../domain/desk/staff-member.js'
import type { Translate } from '../i18n/translate.js'
import { secondsAfter } from '../domain/seconds-after.js'
import type { Job } from '../jobs/clockwork.js'
import { keepProjectsTold } from '../jobs/keep-projects-told.js'
import { handOverPortfolio } from '../jobs/projects-hand-over.js'
import type { Way } from '../jobs/projects-reach.js'
import { remindOfProjects } from '../jobs/projects-remind.js'
import { tickProjects } from '../jobs/projects-tick.js'
import { portfolioFile, recordsFiles } from '../gateways/project-files.js'
import { projects as projectsOf } from '../projects/projects.js'
import { recording } from '../projects/recording.js'
import type { Stores } from '../store/stores.js'
import { inTeamsOfProjects } from './projects-in-teams.js'
import type { Log } from '../telemetry/log.js'

type Needs = {
  stores: Stores
  config: Config
  fill: FillCard
  translate: (language: string) => Translate
  now: () => Date
  log: Log
  /** Where the bot is reached when it has no public address. */
  localUrl: () => string
}

/** Projects: what they are made of, what is mounted for them, and what happens by the clock. */
export function theProjects({ stores, config, fill, translate, now, log, localUrl }: Needs) {
  const { teams, lines, mails, waking, desk, projects: store } = stores
  const { languages } = config
  const { portfolioIsElsewhere, recordsAreElsewhere, portfolioDir, recordsDir, auditDays } = config.projects
  const member = (tenant: string, oid: string) => desk.member(tenant, oid)
  const projects = projectsOf({
    ...{ store, member, portfolioIsElsewhere, recordsAreElsewhere, now, log },
    members: (people) => desk.members(people),
    note: (entry) => desk.log(entry),
  })
  const { whoIs } = projects
  const address = { appId: config.botService?.appId, publicUrl: config.publicUrl, localUrl }
  const link = (project?: string, way: Way = 'teams'): string => projectLink(address, project, way === 'teams')
  const reaching = { teams, lines, mails, member, translate, languages, now, log, store, whoIs, link }
  const record =
    recordsDir && !recordsAreElsewhere
      ? recording({ store, whoIs, translate, languages, now, records: recordsFiles(recordsDir) })
      : undefined
  const office = async () => (await desk.staff(['portfolio-office'])).map((one) => staffIdOf(one))
  const tidy = async (): Promise<void> => {
    await store.tidy(secondsAfter(now(), -config.keep.conversationDays * DAY))
    await store.forgetAudit({ before: secondsAfter(now(), -auditDays * DAY), by: 'clock', at: now() })
    // A release that sums projects up in another way finds them as the one before has left them.
    const renewed = await store.rebuildSummaries()
    if (renewed.length > 0) log.info({ renewed: renewed.length }, 'summaries of projects were made anew')
  }
  const jobs: Job[] = [
    { name: 'projects-tick', cron: '10 * * * *', run: (ending) => tickProjects({ store, projects, log }, ending) },
    // Once a day, in the morning; a run that was cut off is taken up an hour later.
    {
      name: 'projects-remind',
      cron: '0 7-17 * * *',
      run: async (ending) => void (await remindOfProjects({ ...reaching, office }, ending)),
    },
    { name: 'projects-tidy', cron: '40 2 * * *', run: tidy },
    ...(portfolioDir
      ? [
          {
            name: 'projects-hand-over',
            cron: '20 3 * * *',
            run: () => handOverPortfolio({ store, portfolio: portfolioFile(portfolioDir), now, log }),
          },
        ]
      : []),
  ]
  return {
    projects,
    jobs,
    /** Skills, dialogs and the message extension. */
    inTeams: inTeamsOfProjects({ stores, config, projects, fill, translate, now, link }),
    /** Whoever is in a project may sign in. */
    isSeated: async (who: { tenant: string; oid: string }) =>
      (await store.portfolio({ person: staffIdOf(who) }, '2000-01-01', { from: 0, limit: 1 })).of > 0,
    door: (gate: StaffGate) =>
      staffProjects({ config, gate, projects, named: (text, most) => desk.named(text, most), translate, now, log }),
    /** Begins to tell people of what happens. */
    telling: () => keepProjectsTold({ ...reaching, fill, toldText, waking, ...(record ? { record } : {}) }),
  }
}

const DAY = 24 * 3600
