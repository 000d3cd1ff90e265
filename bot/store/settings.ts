import type { PrismaClient } from './generated/client.js'

/** Values that are made once, by whichever instance comes first, and shared by all from then on. */
export interface SettingStore {
  /** The stored value of `name`; if there is none, what `make` returns is stored first. */
  once(name: string, make: () => string): Promise<string>
}

export const settingStore = (prisma: PrismaClient): SettingStore => ({
  async once(name, make) {
    const stored = await prisma.setting.findUnique({ where: { name } })
    if (stored) return stored.value
    // Another instance may be first between the two: then its value stands.
    await prisma.setting.createMany({ data: [{ name, value: make() }], skipDuplicates: true })
    return (await prisma.setting.findUniqueOrThrow({ where: { name } })).value
  },
})
