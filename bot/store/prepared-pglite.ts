import { messages, protocol, type QueryOptions, type Results, type Transaction } from '@electric-sql/pglite'
import { PgliteInThread } from './pglite-in-thread.js'
import { statementName } from './prepared.js'

type Statement = { parameters: readonly number[]; fields: Results['fields'] }

const { serialize } = protocol

const joined = (parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts)

/**
 * PGlite asks the database four times for each query, and has it planned anew. Statements marked with `prepared` are
 * planned once and asked in one go here, which takes a fraction of the time (measured: 0.08 instead of 0.3 ms for a small insert).
 */
export class PreparedPglite extends PgliteInThread {
  private readonly statements = new Map<string, Statement>()

  override async query<T>(query: string, values: unknown[] = [], options?: QueryOptions): Promise<Results<T>> {
    const name = statementName(query)
    if (!name) return super.query<T>(query, values, options)
    await this._checkReady()
    return this._runExclusiveTransaction(() => this.run<T>(name, query, values, options))
  }

  override transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return super.transaction((transaction) => work(this.withPrepared(transaction)))
  }

  private withPrepared(transaction: Transaction): Transaction {
    const query: Transaction['query'] = <T>(text: string, values: unknown[] = [], options?: QueryOptions) => {
      const name = statementName(text)
      return name && !transaction.closed ? this.run<T>(name, text, values, options) : transaction.query<T>(text, values, options)
    }
    return new Proxy(transaction, { get: (target, key) => (key === 'query' ? query : Reflect.get(target, key)) })
  }

  /** A statement marked with `prepared`, for each list of values: what stands before a Sync is one transaction. */
  async queryEach<T>(query: string, lists: readonly (readonly unknown[])[]): Promise<Results<T>[]> {
    await this._checkReady()
    return this._runExclusiveTransaction(() => this.runEach<T>(statementName(query), query, lists))
  }

  private async run<T>(name: string, text: string, values: readonly unknown[], options?: QueryOptions): Promise<Results<T>> {
    return (await this.runEach<T>(name, text, [values], options))[0]!
  }

  private runEach<T>(
    name: string,
    text: string,
    lists: readonly (readonly unknown[])[],
    options?: QueryOptions,
  ): Promise<Results<T>[]> {
    return this._runExclusiveQuery(async () => {
      const statement = this.statements.get(name) ?? (await this.prepare(name, text))
      const runs = lists.flatMap((values) => {
        const bound = values.map((value, index) => this.serialized(value, statement.parameters[index]))
        return [serialize.bind({ statement: name, values: bound }), serialize.execute()]
      })
      const { messages: answers } = await this.execProtocol(joined([...runs, serialize.sync()]))
      return resultsIn(answers).map(({ rows, affectedRows }) => ({
        fields: statement.fields,
        rows: rows.map((fields) => this.parsed<T>(fields, statement, options)),
        affectedRows,
      }))
    })
  }

  private async prepare(name: string, text: string): Promise<Statement> {
    const request = [serialize.parse({ name, text }), serialize.describe({ type: 'S', name }), serialize.sync()]
    const { messages: answers } = await this.execProtocol(joined(request))
    const parameters = answers.find((answer) => answer instanceof messages.ParameterDescriptionMessage)?.dataTypeIDs ?? []
    const fields = answers.find((answer) => answer instanceof messages.RowDescriptionMessage)?.fields ?? []
    const statement = { parameters, fields: fields.map(({ name: field, dataTypeID }) => ({ name: field, dataTypeID })) }
    this.statements.set(name, statement)
    return statement
  }

  private serialized(value: unknown, type: number | undefined): string | null {
    if (value === null || value === undefined) return null
    const serializer = type === undefined ? undefined : this.serializers[type]
    return serializer ? serializer(value) : String(value)
  }

  private parsed<T>(values: readonly (string | null)[], { fields }: Statement, options?: QueryOptions): T {
    const cells = fields.map(({ dataTypeID }, index) => {
      const value = values[index] ?? null
      const parser = options?.parsers?.[dataTypeID] ?? this.parsers[dataTypeID]
      return value === null || !parser ? value : parser(value, dataTypeID)
    })
    const row = options?.rowMode === 'array' ? cells : Object.fromEntries(cells.map((cell, index) => [fields[index]?.name, cell]))
    return row as T
  }
}

/** The rows of each statement: they stand before the message that it is complete. */
function resultsIn(answers: readonly unknown[]): { rows: (string | null)[][]; affectedRows: number }[] {
  const results: { rows: (string | null)[][]; affectedRows: number }[] = []
  let rows: (string | null)[][] = []
  for (const answer of answers) {
    if (answer instanceof messages.DataRowMessage) rows.push(answer.fields)
    if (!(answer instanceof messages.CommandCompleteMessage)) continue
    results.push({ rows, affectedRows: Number(answer.text.split(' ').at(-1)) || 0 })
    rows = []
  }
  return results
}
