import { BaseRecord, BaseResource, ForbiddenError, ValidationError, type Filter, type ParamsType } from 'adminjs'
import { asStaff } from '#core/tenants'
import { conditionOf, filterNames, type Condition } from '#back_office/registers/filters'
import { present } from '#back_office/registers/present'
import { visibleColumns, type SecuredRegister } from '#back_office/registers/register'
import { ok, refuse, type Result } from '#shared/result'
import { IdProperty, SecuredProperty } from '#back_office/registers/secured_property'

/** A list counts and turns its pages this far, whatever the size of the table. */
export const COUNT_CAP = 10_000
export const PAGE_CAP = 100

type Row = Record<string, unknown>
type Options = { limit?: number; offset?: number; sort?: { sortBy?: string; direction?: 'asc' | 'desc' } }

/**
 * A register as AdminJS sees it. It reads the columns that its policy shows and no other, filters and sorts by
 * those that it lists, and writes nothing: a hidden column is not removed from an answer, it never was in it.
 */
export class SecuredResource extends BaseResource {
  constructor(public readonly register: SecuredRegister) {
    super(register)
  }

  override id() {
    return this.register.id
  }

  override databaseName() {
    return 'ostra'
  }

  override properties() {
    const names = [...visibleColumns(this.register), ...filterNames(this.register).map(({ name }) => name)]
    const { sorts } = this.register.policy
    return [
      new IdProperty(),
      ...[...new Set(names)].map((name, index) => new SecuredProperty(name, index + 1, sorts.includes(name))),
    ]
  }

  override property(path: string) {
    return this.properties().find((property) => property.name() === path) ?? null
  }

  override async count(filter: Filter) {
    const { where, bindings } = this.#where(filter)
    const sql = `select count(*)::int as total from (select 1 from ${this.register.from} ${where} limit ?) as counted`
    const [row] = await this.#read(sql, [...bindings, COUNT_CAP])
    return row!.total as number
  }

  override async find(filter: Filter, { limit = PAGE_CAP, offset = 0, sort = {} }: Options) {
    const { where, bindings } = this.#where(filter)
    const sql = `${this.#select()} ${where} ${this.#order(sort)} limit ? offset ?`
    const rows = await this.#read(sql, [...bindings, Math.min(limit, PAGE_CAP), Math.min(offset, COUNT_CAP)])
    return rows.map((row) => this.#record(row))
  }

  /** Every row that the filters keep, in the words of the screen; refused when one of them cannot be read. */
  async readAll(asked: Record<string, string>, cap: number): Promise<Result<Record<string, string>[], { type: 'unreadable' }>> {
    const conditions: Condition[] = []
    for (const [name, value] of Object.entries(asked)) {
      if (!name.startsWith('filters.')) continue
      const condition = conditionOf(this.register, name.slice('filters.'.length), value)
      if (!condition.ok) return refuse({ type: 'unreadable' })
      conditions.push(condition.value)
    }
    const where = conditions.length > 0 ? `where ${conditions.map(({ sql }) => sql).join(' and ')}` : ''
    const order = this.#order({ sortBy: asked.sortBy, direction: asked.direction as 'asc' | 'desc' })
    const rows = await this.#read(`${this.#select()} ${where} ${order} limit ?`, [...conditions.flatMap(({ bindings }) => bindings), cap])
    return ok(rows.map((row) => this.#record(row).params as Record<string, string>))
  }

  override async findOne(id: string): Promise<BaseRecord | null> {
    return (await this.findMany([id]))[0] ?? null
  }

  override async findMany(ids: (string | number)[]): Promise<BaseRecord[]> {
    const rows = await this.#read(`${this.#select()} where ${this.register.key} = any (?)`, [ids.slice(0, PAGE_CAP)])
    return rows.map((row) => this.#record(row))
  }

  override async create(): Promise<ParamsType> {
    throw new ForbiddenError('forbiddenError')
  }

  override async update(): Promise<ParamsType> {
    throw new ForbiddenError('forbiddenError')
  }

  override async delete(): Promise<void> {
    throw new ForbiddenError('forbiddenError')
  }

  #select() {
    const columns = visibleColumns(this.register).map((name) => `${this.register.columns[name]!.sql} as "${name}"`)
    return `select ${[`${this.register.key} as id`, ...columns].join(', ')} from ${this.register.from}`
  }

  #where({ filters }: Filter) {
    const conditions = Object.values(filters).map(({ path, value }) => this.#condition(path, value))
    const where = conditions.length > 0 ? `where ${conditions.map(({ sql }) => sql).join(' and ')}` : ''
    return { where, bindings: conditions.flatMap(({ bindings }) => bindings) }
  }

  #condition(name: string, value: unknown): Condition {
    const condition = conditionOf(this.register, name, String(value))
    if (condition.ok) return condition.value
    if (condition.error.type === 'closed') throw new ForbiddenError('forbiddenError')
    throw new ValidationError({}, { message: condition.error.message })
  }

  #order({ sortBy, direction }: NonNullable<Options['sort']>) {
    const { order, sorts } = this.register.policy
    const by = sortBy ?? order.by
    if (by !== order.by && !sorts.includes(by)) throw new ForbiddenError('forbiddenError')
    const way = (direction ?? order.direction) === 'asc' ? 'asc' : 'desc'
    return `order by ${this.register.columns[by]!.sql} ${way} nulls last, ${this.register.key}`
  }

  #read(sql: string, bindings: unknown[]): Promise<Row[]> {
    return asStaff(async (trx) => (await trx.rawQuery(sql, bindings as string[])).rows)
  }

  #record({ id, ...row }: Row): BaseRecord {
    const shown = Object.entries(row).map(([name, value]) => [name, present(this.register.columns[name]!, value)])
    return new BaseRecord({ id, ...Object.fromEntries(shown) }, this)
  }
}
