import { test } from '@japa/runner'
import { parisInstant } from '#shared/dates'
import { createDueVisit, createEmployee, createMember, createSite, createUser, owner, rowsOf } from '#tests/support/factories'
import { insert } from '#tests/support/factories/rows'
import { itIs } from '#tests/support/clock'
import { signedInAs, type Visitor } from '#tests/support/http'
import { duesOf, journalOf } from '#tests/functional/workforce/world'

const PERSON = { nom_1: 'Le Goff', prenom_1: 'Maïwenn', naissance_1: '12/05/1990', entree: '30/11/2026', contrat: 'permanent', intitule: 'Menuisière' }
const SAVE = { etape: 'enregistrer' }

async function employer() {
  const member = await createMember()
  const someone = await signedInAs(await createUser({ member, preset: 'rh' }))
  await someone.get('/salaries/nouveau')
  return { member, someone }
}

const hire = (someone: Visitor, fields = {}) => someone.post('/salaries/nouveau', { ...PERSON, ...fields })
const peopleOf = (member: { id: string }) => rowsOf('employees', { member_id: member.id })

test.group('Declaring a hiring', (group) => {
  group.each.setup((t) => itIs(parisInstant('2026-11-24', '10:00'), (back) => t.cleanup(back)))

  test('says before what it entails, and writes nothing', async ({ assert }) => {
    const { member, someone } = await employer()
    const page = await hire(someone)
    assert.equal(page.status, 200)
    assert.include(page.text, 'Ce que cela entraîne')
    assert.include(page.text, 'au plus tard le dimanche 28 février 2027 (article R4624-10)')
    assert.isEmpty(await peopleOf(member))
    assert.isEmpty(await rowsOf('posts', { member_id: member.id }))
  })

  test('creates the employee, the post and the visit that is due, and says it again', async ({ assert }) => {
    const { member, someone } = await employer()
    const page = await hire(someone, { ...SAVE, email_1: 'Maiwenn@Essai.example', telephone_1: '+33612345678' })
    assert.equal(page.status, 303)
    const [employee] = await peopleOf(member)
    assert.equal(page.location, `/salaries/${employee.id}`)
    assert.include(employee, { family_name: 'Le Goff', email: 'maiwenn@essai.example', phone: '06 12 34 56 78', hired_on: '2026-11-30', contract_nature: 'permanent' })
    const [post] = await rowsOf('posts', { employee_id: employee.id })
    assert.include(post, { job_title: 'Menuisière', from_on: '2026-11-30', to_on: null, night: false })
    const [due] = await duesOf(employee)
    assert.include(due, { kind: 'initial_information', until_on: '2027-02-28' })
    const after = await someone.follow(page)
    assert.include(after.text, 'Maïwenn Le Goff entre le lundi 30 novembre 2026')
    assert.include(after.text, 'au plus tard le dimanche 28 février 2027')
    assert.lengthOf(await journalOf(employee), 1)
  })

  test('a post at risk brings the exam of fitness before it is taken', async ({ assert }) => {
    const { member, someone } = await employer()
    const page = await hire(someone, { risques: ['asbestos', 'lead'] })
    assert.include(page.text, 'Suivi renforcé')
    assert.include(page.text, "Examen d'aptitude à l'embauche, avant la prise de poste, au plus tard le dimanche 29 novembre 2026")
    await hire(someone, { ...SAVE, risques: ['asbestos', 'lead'] })
    const [employee] = await peopleOf(member)
    assert.equal(employee.category, 'SIR')
    const [post] = await rowsOf('posts', { employee_id: employee.id })
    assert.sameMembers(post.risks, ['asbestos', 'lead'])
  })

  test('enters several people on the same post, all or nobody', async ({ assert }) => {
    const { member, someone } = await employer()
    const grid = await hire(someone, { etape: 'ligne' })
    assert.equal(grid.status, 200)
    assert.include(grid.text, 'Salarié 2')
    const second = { nom_2: 'Kerdoncuff', prenom_2: 'Yann', naissance_2: '31/02/1985' }
    const refused = await someone.post('/salaries/nouveau', { ...PERSON, ...second, ...SAVE })
    assert.equal(refused.status, 422)
    assert.include(refused.text, "La date 31/02/1985 n'existe pas")
    assert.isEmpty(await peopleOf(member))
    const page = await someone.post('/salaries/nouveau', { ...PERSON, ...second, naissance_2: '28/02/1985', ...SAVE })
    assert.equal(page.status, 303)
    assert.lengthOf(await peopleOf(member), 2)
  })

  test('an empty line is nobody', async ({ assert }) => {
    const { member, someone } = await employer()
    await hire(someone, { etape: 'ligne' })
    await someone.post('/salaries/nouveau', { ...PERSON, ...SAVE })
    assert.lengthOf(await peopleOf(member), 1)
  })

  test('finds the code of a job by its words', async ({ assert }) => {
    const { someone } = await employer()
    const page = await hire(someone, { intitule: 'Cariste', etape: 'pcs' })
    assert.include(page.text, 'Ouvriers qualifiés de la manutention, conducteurs de chariots élévateurs, caristes')
    assert.include(page.html, 'value="652a"')
    const none = await hire(someone, { intitule: 'Zzyzx', etape: 'pcs' })
    assert.include(none.text, 'Aucun métier de la nomenclature ne ressemble')
  })

  test('asks the visit by itself for a member that chose so', async ({ assert }) => {
    const { member, someone } = await employer()
    await insert('workforce_choices', { member_id: member.id, request_on_hire: true, chosen_at: new Date().toISOString() })
    const before = await hire(someone)
    assert.include(before.text, 'Le rendez-vous sera demandé à OSTRA en même temps')
    assert.isEmpty(await rowsOf('visit_requests', { member_id: member.id }))
    await hire(someone, SAVE)
    const [request] = await rowsOf('visit_requests', { member_id: member.id })
    assert.include(request, { kind: 'follow_up', state: 'sent', legal_deadline: '2027-02-28' })
    assert.lengthOf(await owner().from('outbox_messages').where('subject_id', request.id), 1)
  })
})

test.group('Somebody who enters later', (group) => {
  group.each.setup((t) => itIs(parisInstant('2026-11-24', '10:00'), (back) => t.cleanup(back)))

  test('is said to enter on that day, and is in sight but not among those present', async ({ assert }) => {
    const { member, someone } = await employer()
    await createEmployee({ member, family_name: 'Rouzic' })
    const page = await someone.follow(await hire(someone, SAVE))
    assert.include(page.text, 'Maïwenn Le Goff entre le lundi 30 novembre 2026')
    const list = await someone.get('/salaries')
    assert.include(list.text, '1 salarié présent et 1 à venir')
    assert.include(list.text, 'entre le 30 novembre 2026')
    const [present, coming] = [await someone.get('/salaries?presence=presents'), await someone.get('/salaries?presence=a-venir')]
    assert.include(present.text, '1 salarié trouvé')
    assert.notInclude(present.text, 'Maïwenn')
    assert.include(coming.text, '1 salarié trouvé')
    assert.include(coming.text, 'Maïwenn')
    assert.include((await someone.get('/tableau-de-bord')).text, '2 salariés à jour sur 2, dont 1 à venir')
  })

  test('is present on the day itself', async ({ assert }) => {
    const { someone } = await employer()
    const page = await someone.follow(await hire(someone, { ...SAVE, entree: '24/11/2026' }))
    assert.include(page.text, 'Maïwenn Le Goff est dans votre effectif')
    assert.include((await someone.get('/salaries')).text, '1 salarié présent, à jour')
  })
})

test.group('Somebody who is known already', (group) => {
  group.each.setup((t) => itIs(parisInstant('2026-11-24', '10:00'), (back) => t.cleanup(back)))

  const TWIN = { first_name: 'Maiwenn', family_name: 'LE GOFF', birth_date: '1990-05-12' }

  test('is not entered twice: accents, case and order of the names do not matter', async ({ assert }) => {
    const { member, someone } = await employer()
    const { id } = await createEmployee({ member, ...TWIN })
    for (const names of [{}, { nom_1: 'MAÏWENN', prenom_1: 'Le-Goff' }]) {
      const page = await hire(someone, { ...SAVE, ...names })
      assert.equal(page.status, 422)
      assert.include(page.text, 'est déjà connu')
      assert.include(page.links, `/salaries/${id}`)
    }
    assert.lengthOf(await peopleOf(member), 1)
  })

  test('may still be another person, when the employer says so', async ({ assert }) => {
    const { member, someone } = await employer()
    await createEmployee({ member, ...TWIN })
    const page = await hire(someone, { ...SAVE, deja_1: 'autre' })
    assert.equal(page.status, 303)
    assert.lengthOf(await peopleOf(member), 2)
  })

  test('comes back on the same page when they had left', async ({ assert }) => {
    const { member, someone } = await employer()
    const left = await createEmployee({ member, ...TWIN, hired_on: '2020-01-06', left_on: '2024-06-30' })
    const asked = await hire(someone, SAVE)
    assert.include(asked.text, 'Oui, Maiwenn LE GOFF revient')
    const page = await hire(someone, { ...SAVE, deja_1: `retour:${left.id}` })
    assert.equal(page.location, `/salaries/${left.id}`)
    const [employee] = await peopleOf(member)
    assert.include(employee, { id: left.id, hired_on: '2026-11-30', left_on: null })
    assert.lengthOf(await rowsOf('posts', { employee_id: left.id }), 2)
    const [change] = await rowsOf('employment_changes', { employee_id: left.id })
    assert.include(change.before, { hiredOn: '2020-01-06', leftOn: '2024-06-30' })
  })

  const KNOWN = { ...TWIN, email: 'maiwenn@essai.example', phone: '+33612345678', payroll_id: 'M-12', hired_on: '2020-01-06' }

  test('keeps the address, the site and the number on file when the form leaves them open, and the history tells what changed', async ({ assert }) => {
    const { member, someone } = await employer()
    const site = await createSite({ member })
    const left = await createEmployee({ member, ...KNOWN, site_id: site.id, left_on: '2026-11-20', departure_reason: 'end_of_contract' })
    await hire(someone, { ...SAVE, deja_1: `retour:${left.id}`, telephone_1: '06 99 88 77 66' })
    const [employee] = await peopleOf(member)
    assert.include(employee, { email: KNOWN.email, phone: '06 99 88 77 66', payroll_id: 'M-12', site_id: site.id, hired_on: '2026-11-30', left_on: null })
    const [change] = await rowsOf('employment_changes', { employee_id: left.id })
    assert.include(change.before, { phone: KNOWN.phone, leftOn: '2026-11-20' })
    assert.notProperty(change.after, 'contractNature')
    assert.notProperty(change.after, 'email')
  })

  test('does not come back before the former contract is over: what is due until then stays', async ({ assert }) => {
    const { member, someone } = await employer()
    const leaving = await createEmployee({ member, ...KNOWN, left_on: '2026-11-24' })
    await createDueVisit({ employee: leaving, until_on: '2026-11-12' })
    const page = await hire(someone, { ...SAVE, deja_1: `retour:${leaving.id}` })
    assert.equal(page.status, 422)
    assert.include(page.text, "dans votre effectif jusqu'au mardi 24 novembre 2026")
    assert.include((await peopleOf(member))[0], { hired_on: '2020-01-06', left_on: '2026-11-24' })
    assert.include((await duesOf(leaving))[0], { until_on: '2026-11-12' })
    itIs(parisInstant('2026-11-25', '00:00'), () => {})
    assert.equal((await hire(someone, { ...SAVE, deja_1: `retour:${leaving.id}` })).status, 303)
  })

  test('is the one who was typed: an answer given for another name takes nobody', async ({ assert }) => {
    const { member, someone } = await employer()
    const left = await createEmployee({ member, ...KNOWN, left_on: '2024-06-30' })
    const answer = { ...SAVE, deja_1: `retour:${left.id}` }
    for (const other of [{ nom_1: 'Kermarrec' }, { naissance_1: '13/05/1990' }]) {
      const page = await hire(someone, { ...answer, ...other })
      assert.equal(page.status, 422)
      assert.include(page.text, 'ne sont plus ceux du salarié que vous avez dit revenir')
      assert.notInclude(page.html, `retour:${left.id}`)
    }
    const namesake = await createEmployee({ member, first_name: 'Awa', family_name: 'Diarrassou', birth_date: '1985-02-01', left_on: '2025-01-31' })
    const page = await hire(someone, { ...answer, nom_1: 'Diarrassou', prenom_1: 'Awa', naissance_1: '01/02/1985' })
    assert.equal(page.status, 422)
    assert.include(page.html, `retour:${namesake.id}`)
    const people = await peopleOf(member)
    assert.lengthOf(people, 2)
    assert.include(people.find(({ id }) => id === left.id), { family_name: 'LE GOFF', left_on: '2024-06-30' })
  })

  test('of another member is nobody, and cannot be taken by its id', async ({ assert }) => {
    const { someone, member } = await employer()
    const foreign = await createEmployee({ member: await createMember(), ...TWIN, left_on: '2025-01-31' })
    assert.equal((await hire(someone)).status, 200)
    assert.equal((await hire(someone, { ...SAVE, deja_1: `retour:${foreign.id}` })).status, 404)
    assert.equal((await hire(someone, { ...SAVE, deja_1: 'retour:nobody' })).status, 404)
    assert.isEmpty(await peopleOf(member))
  })

  test('twice in the form is told', async ({ assert }) => {
    const { member, someone } = await employer()
    await hire(someone, { etape: 'ligne' })
    const page = await someone.post('/salaries/nouveau', { ...PERSON, nom_2: 'le goff', prenom_2: 'maiwenn', naissance_2: '12/05/1990', ...SAVE })
    assert.equal(page.status, 422)
    assert.include(page.text, 'Cette personne est déjà sur la ligne 1')
    assert.isEmpty(await peopleOf(member))
  })
})

test.group('A hiring that cannot be', (group) => {
  group.each.setup((t) => itIs(parisInstant('2026-11-24', '10:00'), (back) => t.cleanup(back)))

  const CASES: [words: string, fields: Record<string, string | string[]>, sentence: string][] = [
    ['no name', { nom_1: '', prenom_1: '' }, 'Indiquez le nom'],
    ['a formula for a name', { nom_1: '=HYPERLINK("x")' }, 'Un nom se compose de lettres'],
    ['no birth date', { naissance_1: '' }, 'Indiquez la date de naissance'],
    ['a birth to come', { naissance_1: '01/01/2030' }, 'La date de naissance est dans le futur'],
    ['born after the hiring', { naissance_1: '01/10/2026', entree: '30/09/2026' }, "La date de naissance est après la date d'entrée"],
    ['thirteen years old', { naissance_1: '01/12/2012' }, 'aurait moins de 14 ans'],
    ['a start far away', { entree: '01/01/2031' }, "La date d'entrée est trop lointaine"],
    ['a start in another century', { entree: '07/12/2099' }, "La date d'entrée est trop lointaine"],
    ['a start long ago', { entree: '07/12/1890' }, "Vérifiez l'année de la date 07/12/1890"],
    ['no start', { entree: '' }, "Indiquez la date d'entrée"],
    ['an end before the start', { contrat: 'fixed_term', fin_contrat: '01/11/2026' }, "La fin du contrat est avant la date d'entrée"],
    ['a season without end', { contrat: 'seasonal' }, 'Indiquez la fin du contrat saisonnier'],
    ['an unknown contract', { contrat: 'freelance' }, 'Choisissez une des natures de contrat proposées'],
    ['an unknown risk', { risques: ['amiant'] }, 'Choisissez parmi les risques proposés'],
    ['a listed post without a reason', { risques: ['employer_listed'] }, "Écrivez pourquoi l'entreprise inscrit ce poste"],
    ['a job code that is none', { pcs: '62c1' }, 'Un code PCS-ESE a trois chiffres et une lettre'],
    ['half an e-mail', { email_1: 'maiwenn@' }, "Cette adresse e-mail n'est pas complète"],
    ['no phone at all', { telephone_1: '12' }, "Ce numéro de téléphone n'existe pas"],
    ["another member's site", { site: '0198c0de-0000-7000-8000-000000000000' }, 'Choisissez un des sites proposés'],
  ]

  for (const [words, fields, sentence] of CASES) {
    test(`${words}: a French sentence, and nothing is written`, async ({ assert }) => {
      const { member, someone } = await employer()
      const page = await hire(someone, { ...SAVE, ...fields })
      assert.equal(page.status, 422)
      assert.include(page.text, sentence)
      assert.isEmpty(await peopleOf(member))
    })
  }

  test('is refused to whoever may only read', async ({ assert }) => {
    const member = await createMember()
    for (const preset of ['convocations', 'lecture'] as const) {
      const someone = await signedInAs(await createUser({ member, preset }))
      assert.equal((await someone.get('/salaries/nouveau')).status, 403)
      assert.equal((await hire(someone, SAVE)).status, 403)
    }
    assert.isEmpty(await peopleOf(member))
  })
})

test.group('A hiring sent twice, or from a limited access', (group) => {
  group.each.setup((t) => itIs(parisInstant('2026-11-24', '10:00'), (back) => t.cleanup(back)))

  test('at once enters the person once', async ({ assert }) => {
    const member = await createMember()
    const user = await createUser({ member, preset: 'rh' })
    const two = [await signedInAs(user), await signedInAs(user)]
    for (const someone of two) await someone.get('/salaries/nouveau')
    const pages = await Promise.all(two.map((someone) => hire(someone, SAVE)))
    assert.sameMembers(pages.map(({ status }) => status), [303, 422])
    assert.lengthOf(await peopleOf(member), 1)
  })

  test('wants one of the sites that the access is limited to', async ({ assert }) => {
    const member = await createMember()
    const [mine, other] = [await insert('sites', { member_id: member.id, name: 'Atelier' }), await insert('sites', { member_id: member.id, name: 'Siège' })]
    const someone = await signedInAs(await createUser({ member, preset: 'rh', siteIds: [mine.id] }))
    const form = await someone.get('/salaries/nouveau')
    assert.include(form.text, 'Atelier')
    assert.notInclude(form.text, 'Siège')
    for (const site of ['', other.id]) {
      assert.equal((await hire(someone, { ...SAVE, site })).status, 422, site)
    }
    assert.isEmpty(await peopleOf(member))
    assert.equal((await hire(someone, { ...SAVE, site: mine.id })).status, 303)
    assert.equal((await peopleOf(member))[0].site_id, mine.id)
  })
})
