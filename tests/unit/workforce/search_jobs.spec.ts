import { test } from '@japa/runner'
import { isPcsCode } from '#workforce/rules/search_jobs'
import { PCS_ESE } from '#workforce/rules/pcs_ese'
import { findJob, searchJobs } from '#workforce/rules/search_jobs'

test.group('The nomenclature of jobs', () => {
  test('has codes of three digits and a letter, each once, each with a label', ({ assert }) => {
    assert.isAbove(PCS_ESE.length, 370)
    assert.lengthOf(new Set(PCS_ESE.map(({ code }) => code)), PCS_ESE.length)
    for (const { code, label } of PCS_ESE) {
      assert.match(code, /^\d{3}[a-z]$/)
      assert.match(label, /^[A-ZÀ-Ý]/)
      assert.notMatch(label, /’|\*| {2}/)
    }
  })

  const CASES: [text: string, code: string][] = [
    ['Cariste', '652a'],
    ['cariste', '652a'],
    ['Menuisière', '632d'],
    ["Conducteur d'engins de chantier", '621c'],
    ['Infirmière en soins généraux', '431f'],
    ['621C', '621c'],
  ]
  for (const [text, code] of CASES) {
    test(`finds ${code} by "${text}"`, ({ assert }) => {
      assert.include(searchJobs(text).map((job) => job.code), code)
    })
  }

  test('finds nothing for words of no job, nor for none', ({ assert }) => {
    for (const text of ['zzyzx', '', ' ', 'de la', '999z']) assert.isEmpty(searchJobs(text), text)
    assert.isNull(findJob('999z'))
    assert.deepEqual(['621c', '999z', '62c1', '621C', '621cc'].filter(isPcsCode), ['621c', '999z'])
  })

  test('proposes a few, the closest first', ({ assert }) => {
    const jobs = searchJobs('Technicien de maintenance')
    assert.isAtMost(jobs.length, 8)
    assert.include(jobs[0]!.label.toLowerCase(), 'maintenance')
  })
})
