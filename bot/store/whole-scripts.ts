import { PrismaPg } from '@prisma/adapter-pg'

/**
 * Prisma's adapter for migrations, which sends each in one piece. By itself it cuts them up at every semicolon, those within a function too. In one
 * piece a migration is also one transaction: one that fails half-way leaves nothing.
 */
export class WholeScripts extends PrismaPg {
  override async connect() {
    const connection = await super.connect()
    connection.executeScript = async (script) => {
      // Without values it goes as it is, whatever it holds; what the database refuses is told as for any statement.
      await connection.executeRaw({ sql: script, args: [], argTypes: [] })
    }
    return connection
  }
}
