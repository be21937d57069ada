import { test } from '@japa/runner'
import { CLOSE_PAGES, foldHelp, searchHelp, searchWords } from '#home/rules/help_search'

const page = (title: string, { alsoCalled = '', summary = '', body = '' } = {}) => foldHelp({ title, alsoCalled, summary, body })

const cancel = page('Annuler une visite', { alsoCalled: 'empêchement reporter', body: 'Appuyez sur Confirmer. Après la limite, remplacez.' })
const replace = page('Remplacer un salarié', { body: "Possible même après la limite pour annuler. Article R4624-31." })
const read = page('Lire une convocation', { summary: "Jusqu'à quand l'annuler" })
const PAGES = [replace, read, cancel]

const found = (question: string) => searchHelp(PAGES, question).pages

test.group('The words of a question', () => {
  test('are those that say something, without accents, case or endings', ({ assert }) => {
    assert.deepEqual(searchWords("Comment ANNULER l'annulée d'une Visite ?"), ['annul', 'visit'])
  })

  test('are all of them when none says anything', ({ assert }) => {
    assert.deepEqual(searchWords('comment faire'), ['comment', 'fair'])
  })

  test('of a few letters stay whole', ({ assert }) => {
    assert.deepEqual(searchWords('les DUES SI SIR'), ['dues', 'sir'])
  })

  test('beyond a hundred characters are not read', ({ assert }) => {
    assert.deepEqual(searchWords(`${'o'.repeat(100)} annuler`), ['o'.repeat(100)])
  })

  test('are none when there is no letter', ({ assert }) => {
    for (const nothing of ['', '   ', '?!…', '💥', '%_', "';--"]) assert.deepEqual(searchWords(nothing), [])
  })
})

test.group('The search of the help', () => {
  test('puts the page whose title has the word before those that only say it', ({ assert }) => {
    assert.deepEqual(found('annuler'), [cancel, read, replace])
  })

  test('finds a noun by its verb, a plural by its singular, a word by its beginning', ({ assert }) => {
    for (const question of ['annulation', 'annulations', 'annulées', 'annul']) assert.equal(found(question)[0], cancel, question)
    assert.equal(found('convocations')[0], read)
  })

  test('finds an article of law', ({ assert }) => {
    assert.deepEqual(found('r4624-31'), [replace])
  })

  test('does not find a word by its middle or its end', ({ assert }) => {
    assert.deepEqual(found('vocation'), [])
  })

  test('keeps only the pages that hold every word', ({ assert }) => {
    assert.deepEqual(searchHelp(PAGES, 'limite confirmer'), { pages: [cancel], complete: true })
  })

  test('gives the closest pages, and says so, when none holds every word', ({ assert }) => {
    assert.deepEqual(searchHelp(PAGES, 'annuler limite zzz'), { pages: [cancel, replace, read], complete: false })
    const many = Array.from({ length: CLOSE_PAGES + 1 }, (_, rank) => page(`Visite ${rank}`))
    assert.lengthOf(searchHelp(many, 'visite zzz').pages, CLOSE_PAGES)
  })

  test('finds nothing for a question without a letter', ({ assert }) => {
    assert.deepEqual(searchHelp(PAGES, '%'), { pages: [], complete: false })
  })
})
