import { test } from '@japa/runner'
import { cruise, plant, uproot, type Planted } from '#tests/architecture/cruise'

const HOUSE = ['app', 'workflows', 'start', 'config', 'bin', 'database']
const MODULES = ['members', 'follow_up', 'prevention', 'identity', 'calendar', 'documents', 'messaging', 'visits', 'workforce', 'imports', 'planning', 'billing', 'statistics', 'home']

/** One violation for each rule: what is written where, and what it reaches. */
const PLANTED: Planted[] = [
  ...MODULES.map((module) => ({
    rule: `may-call-${module}`,
    file: `app/${module}/actions/planted.ts`,
    imports: 'app/back_office/index.ts',
  })),
  { rule: 'no-circular', file: 'app/core/one.ts', imports: 'app/core/two.ts', back: true },
  { rule: 'not-to-unresolvable', file: 'app/core/lost.ts', imports: 'app/core/nowhere.ts', missing: true },
  { rule: 'front-door-only', file: 'app/visits/actions/sly.ts', imports: 'app/calendar/actions/book_slot.ts' },
  { rule: 'reads-may-cross', file: 'app/home/queries/writes.ts', imports: 'app/visits/actions/cancel_visit.ts' },
  { rule: 'core-knows-no-module', file: 'app/core/curious.ts', imports: 'app/visits/index.ts' },
  { rule: 'pure', file: 'app/visits/rules/clock.ts', imports: 'app/core/clock.ts' },
  { rule: 'pure', file: 'app/shared/files.ts', imports: 'node:fs' },
  { rule: 'pure', file: 'app/visits/rules/lucid.ts', imports: '@adonisjs/lucid/orm' },
  { rule: 'workflow-sandbox', file: 'workflows/visits/workflow.ts', imports: 'app/visits/rules/window.ts' },
  { rule: 'app-knows-no-temporal', file: 'app/visits/actions/start.ts', imports: '@temporalio/client' },
  { rule: 'app-knows-no-temporal', file: 'app/visits/actions/direct.ts', imports: 'workflows/client.ts' },
  { rule: 'workflows-by-the-front-door', file: 'workflows/visits/activities.ts', imports: 'app/visits/actions/cancel_visit.ts' },
  { rule: 'no-tests-in-the-house', file: 'app/core/tested.ts', imports: 'tests/support/factories.ts' },
]

test.group('The walls of the house', () => {
  test('hold in every folder of the project', async ({ assert }) => {
    const { modules, violations } = await cruise(process.cwd(), HOUSE)
    assert.isAbove(modules, 100)
    assert.deepEqual(violations, [])
  })

  test('have a planted violation for each rule', async ({ assert }) => {
    const { default: config } = await import('../../.dependency-cruiser.cjs' as string)
    const rules = config.forbidden.map(({ name }: { name: string }) => name)
    assert.sameMembers([...new Set(PLANTED.map(({ rule }) => rule))], rules)
  })

  test('catch {rule} planted in {file}')
    .with(PLANTED)
    .run(async ({ assert }, planted) => {
      const root = await plant(planted)
      try {
        const { modules, violations } = await cruise(root, ['app', 'workflows', 'tests'])
        assert.isAbove(modules, 0)
        assert.include(violations.map(({ rule }) => rule), planted.rule)
      } finally {
        await uproot(root)
      }
    })
})
