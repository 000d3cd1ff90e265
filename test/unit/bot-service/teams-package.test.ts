import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from '@jest/globals'
import { unzipSync } from 'fflate'
import { z } from 'zod'
import { deskLink, DESK_TAB } from '../../../bot/cards/teams/desk-link.js'
import { readEnvironment } from '../../../bot/config/environment.js'
import { staffConfig } from '../../../bot/config/staff-config.js'
import { FIND_PROJECT } from '../../../bot/skills/projects/find-projects.js'
import { START_REPORT } from '../../../bot/skills/projects/from-message.js'
import { projectWish } from '../../../bot/understanding/project-wish.js'
import { projectFolder } from '../../fixtures/content.js'

const APP = '11111111-2222-4333-8444-555555555555'
// What Microsoft's schema 1.17 asks of the parts that we use.
const https = z.url({ protocol: /^https$/ }).max(2048)
const Scopes = z.array(z.enum(['personal', 'team', 'groupChat'])).min(1)
const Command = z.strictObject({ title: z.string().min(1).max(32), description: z.string().min(1).max(128) })
const Manifest = z.strictObject({
  $schema: z.string(),
  manifestVersion: z.literal('1.17'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  id: z.guid(),
  developer: z.strictObject({ name: z.string().max(32), websiteUrl: https, privacyUrl: https, termsOfUseUrl: https }),
  name: z.strictObject({ short: z.string().max(30), full: z.string().max(100) }),
  description: z.strictObject({ short: z.string().max(80), full: z.string().max(4000) }),
  icons: z.strictObject({ color: z.string(), outline: z.string() }),
  accentColor: z.string().regex(/^#[0-9A-F]{6}$/),
  bots: z.tuple([
    z.strictObject({
      botId: z.guid(),
      scopes: Scopes,
      supportsFiles: z.boolean(),
      isNotificationOnly: z.boolean(),
      commandLists: z.array(z.strictObject({ scopes: Scopes, commands: z.array(Command).max(10) })).max(3),
    }),
  ]),
  composeExtensions: z.tuple([
    z.strictObject({
      botId: z.guid(),
      commands: z
        .array(
          Command.extend({
            id: z.string().max(64),
            type: z.enum(['query', 'action']),
            context: z.array(z.enum(['compose', 'commandBox', 'message'])).min(1),
            initialRun: z.boolean().optional(),
            fetchTask: z.boolean().optional(),
            parameters: z
              .array(z.strictObject({ ...Command.shape, name: z.string().max(64), inputType: z.literal('text') }))
              .max(5)
              .optional(),
          }),
        )
        .max(10),
    }),
  ]),
  staticTabs: z.tuple([
    z.strictObject({
      entityId: z.string(),
      name: z.string().max(128),
      contentUrl: https,
      websiteUrl: https,
      scopes: z.array(z.literal('personal')),
    }),
  ]),
  webApplicationInfo: z.strictObject({ id: z.guid(), resource: z.string().regex(/^api:/) }),
  permissions: z.array(z.enum(['identity', 'messageTeamMembers'])),
  validDomains: z.array(z.string().regex(/^[a-z0-9.-]+$/)),
  localizationInfo: z.strictObject({
    defaultLanguageTag: z.string(),
    additionalLanguages: z.array(z.strictObject({ languageTag: z.string(), file: z.string() })),
  }),
})

type Build = {
  packageFiles(of: { appId: string; publicUrl: string }): Record<string, Buffer>
  zip(files: Record<string, Buffer>): Buffer
}
const built = (await import(pathToFileURL(join(projectFolder, 'manifest/build-package.mjs')).href)) as Build
const files = built.packageFiles({ appId: APP, publicUrl: 'https://lotsen.example/' })
const manifest = Manifest.parse(JSON.parse(files['manifest.json']?.toString() ?? ''))

// A CommonJS package; this is the part that is used. It validates with the schemas inside the package.
const { AppManifestUtils } = createRequire(import.meta.url)('@microsoft/app-manifest') as {
  AppManifestUtils: { validateAgainstSchema(manifest: unknown): Promise<string[]> }
}

describe('the package for Teams', () => {
  it("is accepted by Microsoft's own schema, which notices what is wrong", async () => {
    expect(await AppManifestUtils.validateAgainstSchema(manifest)).toEqual([])
    expect(await AppManifestUtils.validateAgainstSchema({ ...manifest, bots: [{}] })).not.toEqual([])
  })

  it('names the bot and the address that it was built for', () => {
    expect([manifest.id, manifest.bots[0].botId, manifest.composeExtensions[0].botId]).toEqual([APP, APP, APP])
    expect([manifest.developer.websiteUrl, ...manifest.validDomains]).toEqual(['https://lotsen.example/', 'lotsen.example'])
    expect(files['manifest.json']?.toString()).not.toContain('{{')
  })

  it('opens the desk as the tab that links to it name, and asks Entra ID for the desk by the address that its tokens are checked for', () => {
    const [tab] = manifest.staticTabs
    expect(tab.entityId).toBe(DESK_TAB)
    expect(deskLink({ appId: APP, publicUrl: new URL('https://lotsen.example/'), localUrl: () => '' })).toContain(
      encodeURIComponent(tab.contentUrl),
    )
    const { entra } = staffConfig(
      readEnvironment({ PUBLIC_URL: 'https://lotsen.example', MICROSOFT_APP_ID: APP, MICROSOFT_APP_TENANT_ID: APP }),
    )
    expect(entra?.audiences).toContain(manifest.webApplicationInfo.resource)
  })

  it('names the commands of the message extension that are answered', () => {
    const [{ commands }] = manifest.composeExtensions
    expect(commands.map(({ id }) => id)).toEqual([FIND_PROJECT, START_REPORT])
  })

  it('offers in its menus only what is understood, in both languages', () => {
    const english = JSON.parse(files['en.json']?.toString() ?? '{}') as Record<string, string>
    for (const [list, { commands }] of manifest.bots[0].commandLists.entries())
      for (const [at, { title }] of commands.entries()) {
        const inEnglish = english[`bots[0].commandLists[${list}].commands[${at}].title`] ?? ''
        expect([title, projectWish(title)?.kind]).toEqual([title, projectWish(inEnglish)?.kind])
      }
    const kinds = manifest.bots[0].commandLists.flatMap(({ commands }) => commands.map(({ title }) => projectWish(title)?.kind))
    expect(kinds.filter((kind) => kind !== undefined)).toHaveLength(6)
  })

  it.each([
    ['color', 192],
    ['outline', 32],
  ] as const)('has a %s icon of %d pixels', (name, side) => {
    const icon = files[manifest.icons[name]]
    expect([icon?.readUInt32BE(16), icon?.readUInt32BE(20)]).toEqual([side, side])
  })

  it('says the same in every language that it names', () => {
    for (const { file } of manifest.localizationInfo.additionalLanguages) {
      const words = JSON.parse(files[file]?.toString() ?? '{}') as Record<string, string>
      const commands = manifest.bots[0].commandLists.flatMap(({ commands }, list) =>
        commands.flatMap((_, at) =>
          ['title', 'description'].map((field) => `bots[0].commandLists[${list}].commands[${at}].${field}`),
        ),
      )
      const extensions = manifest.composeExtensions[0].commands.flatMap(({ parameters = [] }, command) => [
        ...['title', 'description'].map((field) => `composeExtensions[0].commands[${command}].${field}`),
        ...parameters.flatMap((_, at) =>
          ['title', 'description'].map((field) => `composeExtensions[0].commands[${command}].parameters[${at}].${field}`),
        ),
      ])
      const said = ['name.short', 'name.full', 'description.short', 'description.full', 'staticTabs[0].name']
      expect(Object.keys(words).sort()).toEqual(['$schema', ...said, ...commands, ...extensions].sort())
      expect(words['description.short']?.length).toBeLessThanOrEqual(80)
    }
  })

  it('is the same ZIP each time, with every file in it', () => {
    const unpacked = unzipSync(built.zip(files))
    expect(Object.keys(unpacked)).toEqual(Object.keys(files))
    for (const [name, data] of Object.entries(files)) expect(data.equals(unpacked[name]!)).toBe(true)
    expect(built.zip(files).equals(built.zip(files))).toBe(true)
  })
})
