import { test } from '@japa/runner'
import fc from 'fast-check'
import { addDays, addMonths, isDay, type Day } from '#shared/days'
import { KINDS, NATURES, ORIGINS, PROFESSIONALS, RISKS, SITUATIONS, type Kind } from '#follow_up/rules/codes'
import { decide } from '#follow_up/rules/decide'
import type { Facts, HeldVisit } from '#follow_up/rules/facts'
import { written, type Written } from '#follow_up/rules/written'

const RUNS = { numRuns: 400, seed: 2026 }
const TODAY = '2026-11-24'
const dayBetween = (from: Day, days: number) => fc.integer({ min: 0, max: days }).map((after) => addDays(from, after))
const past = dayBetween('2019-01-01', 2884)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })

const visit: fc.Arbitrary<HeldVisit> = fc.record({
  heldOn: past,
  kind: fc.constantFrom(...KINDS),
  by: fc.constantFrom(...PROFESSIONALS),
  nextBy: maybe(dayBetween('2026-01-01', 2000)),
  noMeasureNeeded: maybe(fc.boolean()),
})
const stoppage = fc
  .record({ origin: fc.constantFrom(...ORIGINS), firstDay: dayBetween('2025-06-01', 600), days: fc.integer({ min: 0, max: 120 }), returnVisitAsked: fc.boolean() })
  .map(({ days, ...rest }) => ({ ...rest, lastDay: addDays(rest.firstDay, days), prescribedOn: rest.firstDay < TODAY ? rest.firstDay : TODAY, returnOn: null }))
const situation = fc.record({ code: fc.constantFrom(...SITUATIONS), from: past, to: fc.constant(null) })
const risks = fc.subarray([...RISKS], { maxLength: 2 })
const posts = fc
  .record({ from: past, months: fc.integer({ min: 1, max: 60 }), risks, then: maybe(risks), night: fc.boolean(), nightThen: fc.boolean() })
  .map(({ from, months, risks: first, then, night, nightThen }) => {
    const change = addMonths(from, months)
    if (then === null) return [{ from, to: null, risks: first, night }]
    return [{ from, to: addDays(change, -1), risks: first, night }, { from: change, to: null, risks: then, night: nightThen }]
  })

const facts: fc.Arbitrary<Facts> = fc
  .record({
    today: fc.constant(TODAY),
    birthDate: dayBetween('1965-01-01', 16_000),
    nature: fc.constantFrom(...NATURES),
    end: maybe(dayBetween('2026-06-01', 800)),
    posts,
    situations: fc.array(situation, { maxLength: 2 }),
    stoppages: fc.array(stoppage, { maxLength: 3 }),
    visits: fc.array(visit, { maxLength: 5 }),
  })
  .map(({ nature, end, ...rest }) => {
    const start = rest.posts[0]!.from
    return { ...rest, contract: { start, nature, end: end !== null && end >= start ? end : null, endReason: null } }
  })

const answer = (given: Facts): Written => written(decide(given), given.today)
const untilOf = (given: Facts, kind: Kind) => answer(given).due.find((due) => due.kind === kind)?.until ?? null
const PERIODIC = ['periodic_information', 'fitness_periodic'] as const
const withoutDates = (given: Facts): Facts => ({ ...given, visits: given.visits.map((held) => ({ ...held, nextBy: null })) })

test.group('Whatever the facts, the law', () => {
  test('gives the same answer in whatever order they come', () => {
    fc.assert(
      fc.property(facts, fc.infiniteStream(fc.nat()), (given, draws) => {
        const shuffled = <T>(list: readonly T[]) => list.map((one) => [draws.next().value as number, one] as const).toSorted(([a], [b]) => a - b).map(([, one]) => one)
        const other: Facts = {
          ...given,
          posts: shuffled(given.posts).map((post) => ({ ...post, risks: shuffled(post.risks) })),
          situations: shuffled(given.situations),
          stoppages: shuffled(given.stoppages),
          visits: shuffled(given.visits),
        }
        return JSON.stringify(answer(other)) === JSON.stringify(answer(given))
      }),
      RUNS
    )
  })

  test('never sets a periodic visit after its ceiling, whatever the doctor writes', () => {
    fc.assert(
      fc.property(facts, (given) =>
        PERIODIC.every((kind) => {
          const until = untilOf(given, kind)
          const ceiling = untilOf(withoutDates(given), kind)
          return until === null ? ceiling === null : ceiling !== null && until <= ceiling
        })
      ),
      RUNS
    )
  })

  test('sets it later, never sooner, when the doctor writes a later date', () => {
    fc.assert(
      fc.property(facts, dayBetween('2026-11-25', 2000), fc.integer({ min: 0, max: 900 }), (given, date, more) => {
        const setBy = (nextBy: Day): Facts => ({
          ...given,
          visits: [...given.visits, { heldOn: TODAY, kind: 'on_demand', by: 'doctor', nextBy, noMeasureNeeded: null }],
        })
        return PERIODIC.every((kind) => {
          const sooner = untilOf(setBy(date), kind)
          const later = untilOf(setBy(addDays(date, more)), kind)
          return sooner === null ? later === null : later !== null && sooner <= later
        })
      }),
      RUNS
    )
  })

  test('never makes another kind late by a visit held today', () => {
    const lateKinds = (given: Facts) => new Set(answer(given).due.filter(({ late }) => late).map(({ kind }) => kind))
    fc.assert(
      fc.property(facts, fc.constantFrom(...KINDS), fc.constantFrom(...PROFESSIONALS), (given, kind, by) => {
        const before = lateKinds(given)
        const held: HeldVisit = { heldOn: TODAY, kind, by, nextBy: null, noMeasureNeeded: null }
        return [...lateKinds({ ...given, visits: [...given.visits, held] })].every((late) => late === kind || before.has(late))
      }),
      RUNS
    )
  })

  test('answers in its own shape: dates that exist, soonest first, an article and a reason for each', ({ assert }) => {
    fc.assert(
      fc.property(facts, (given) => {
        const { due, duties, warnings } = answer(given)
        const limits = due.map(({ until }) => until ?? '9999-99-99')
        assert.deepEqual(limits, limits.toSorted())
        for (const { from, until, late, articles, because } of due) {
          assert.isTrue((from === null || isDay(from)) && (until === null || isDay(until)))
          assert.equal(late, until !== null && until < given.today)
          assert.isTrue(articles.length > 0 && because.length > 0)
        }
        for (const { articles, because } of duties) assert.isTrue(articles.length > 0 && because.length > 0)
        for (const codes of [duties, warnings].map((list) => list.map(({ code }) => code))) assert.lengthOf(new Set(codes), codes.length)
      }),
      RUNS
    )
  })
})
