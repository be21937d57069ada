import { test } from '@japa/runner'
import { now } from '#core/clock'
import { openNationalId } from '#workforce'
import { addDays, parisDay } from '#shared/dates'
import { inDays } from '#tests/support/clock'
import { createEmployee, createVisit, owner, rowOf, rowsOf } from '#tests/support/factories'
import { fictitiousNationalId } from '#tests/support/imports/dsn'
import { apply, createImporter, csv, employeesOf, importOf, itemsOf, preview, send, stateOf, work } from '#tests/functional/imports/world'

test.group('An import', () => {
  test('shows what it would do, does it when told to, and keeps nothing of the file', async ({ assert }) => {
    const { member, someone } = await createImporter()
    const known = await createEmployee({ member, family_name: 'Morvanic', first_name: 'Noé', birth_date: '1985-01-02', job_title: 'Soudeur', hired_on: '2020-01-06' })
    const { id, page } = await preview(someone, csv('Kergoat;Élodie;12/05/1990;Comptable;16/11/2026', 'Morvanic;Noé;02/01/1985;Magasinier;06/01/2020'))
    assert.equal(page.status, 200)
    assert.include(page.text, 'Entrées (1)')
    assert.include(page.text, 'Changements (1)')
    assert.include(page.text, 'Élodie Kergoat')
    assert.lengthOf(await employeesOf(member), 1)

    const answer = await apply(someone, id)
    assert.equal(answer.status, 303)
    const done = await someone.get(`/salaries/import/${id}`)
    assert.include(done.text, '2 personnes concernées : 1 entrée, 1 changement')
    const people = await employeesOf(member)
    assert.lengthOf(people, 2)
    assert.equal(people.find((one) => one.id === known.id).job_title, 'Magasinier')
    assert.deepInclude(people.find((one) => one.id !== known.id), { family_name: 'Kergoat', first_name: 'Élodie', birth_date: '1990-05-12', hired_on: '2026-11-16', job_title: 'Comptable' })
    assert.isEmpty(await rowsOf('import_lines', { import_id: id }))
    assert.isEmpty(await itemsOf(id))
    assert.equal((await importOf(id)).state, 'applied')
  })

  test('of the same file twice changes nothing the second time', async ({ assert }) => {
    const { member, someone } = await createImporter()
    const file = csv('Kergoat;Élodie;12/05/1990;Comptable;16/11/2026', 'Morvanic;Noé;02/01/1985;Magasinier;06/01/2020')
    const { id } = await preview(someone, file)
    await apply(someone, id)
    const before = await stateOf(member)
    const again = await preview(someone, file)
    assert.include(again.page.text, 'Aucun changement')
    assert.isEmpty(await itemsOf(again.id))
    await someone.post(`/salaries/import/${again.id}/application`, {})
    await work(again.id)
    assert.deepEqual(await stateOf(member), before)
  })

  test('of a file that another import, or a page, has applied meanwhile says that it changed nothing', async ({ assert }) => {
    const { member, someone } = await createImporter()
    const file = csv('Kergoat;Élodie;12/05/1990;Comptable;16/11/2026', 'Morvanic;Noé;02/01/1985;Magasinier;06/01/2020')
    const first = await preview(someone, file)
    const second = await preview(someone, file)
    await apply(someone, first.id)
    const before = await stateOf(member)
    await apply(someone, second.id)
    assert.deepEqual(await stateOf(member), before)
    assert.include((await someone.get(`/salaries/import/${first.id}`)).text, '2 personnes concernées : 2 entrées')
    const told = (await someone.get(`/salaries/import/${second.id}`)).text
    assert.include(told, 'Aucun changement.')
    assert.notInclude(told, 'personnes concernées')
  })

  test('counts off, before and after, what an anomaly or a double holds back', async ({ assert }) => {
    const { member, someone } = await createImporter()
    await createEmployee({ member, family_name: 'Kergoat', first_name: 'Élodie', birth_date: '1991-05-12' })
    const { id } = await preview(someone, csv('Kergoat;Élodie;12/05/1990;Comptable;16/11/2026', 'Morvanic;Noé;02/01/1985;Magasinier;06/01/2020'))
    const page = await someone.get(`/salaries/import/${id}?section=entrees`)
    assert.include(page.text, '1 sur 2 à appliquer, 1 retenue par une anomalie ou un doublon à accepter')
    await apply(someone, id)
    const told = (await someone.get(`/salaries/import/${id}`)).text
    assert.include(told, '1 personne concernée : 1 entrée')
    assert.include(told, '1 ligne laissée de côté')
  })

  test('of whoever comes back keeps the address and the site that the file does not name', async ({ assert }) => {
    const { member, someone } = await createImporter()
    const known = await createEmployee({ member, family_name: 'Noisel', first_name: 'Jean', birth_date: '1985-01-02', email: 'jean@essai.example', phone: '06 12 34 56 78', hired_on: '2020-01-06', left_on: addDays(parisDay(now()), -4) })
    const { id, page } = await preview(someone, csv(`Noisel;Jean;02/01/1985;Soudeur;${addDays(parisDay(now()), 7).split('-').toReversed().join('/')}`))
    assert.include(page.text, "Retour dans l'effectif")
    await apply(someone, id)
    assert.include(await rowOf('employees', { id: known.id }), { email: 'jean@essai.example', phone: '06 12 34 56 78', left_on: null })
  })

  test('of a file in UTF-8 with a wrong byte reads it all but for that, told by its line', async ({ assert }) => {
    const { someone } = await createImporter()
    const bytes = Buffer.concat([Buffer.from(`${csv('Kergoat;Élodie;12/05/1990;Comptable;16/11/2026', 'Géra;')}`), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from(';01/02/1985;Soudeur;16/11/2026\r\n')])
    const { id, page } = await preview(someone, bytes)
    assert.include(page.text, 'Élodie Kergoat')
    assert.include(page.text, 'Entrées (1)')
    assert.include((await someone.get(`/salaries/import/${id}?section=anomalies`)).text, "Prénom : l'encodage de ce texte est mauvais")
  })

  test('leaves alone whoever the file does not name', async ({ assert }) => {
    const { member, someone } = await createImporter()
    const absent = await createEmployee({ member })
    const { id } = await preview(someone, csv('Kergoat;Élodie;12/05/1990;Comptable;16/11/2026'))
    await apply(someone, id)
    assert.isNull((await rowOf('employees', { id: absent.id })).left_on)
  })

  test('does what stays ticked, and only that', async ({ assert }) => {
    const { member, someone } = await createImporter()
    const { id } = await preview(someone, csv('Kergoat;Élodie;12/05/1990;Comptable;16/11/2026', 'Morvanic;Noé;02/01/1985;Magasinier;06/01/2020', 'Tyhuon;Inès;03/04/1992;Soudeuse;06/01/2020'))
    const items = (await itemsOf(id)).toSorted((one, other) => one.line - other.line)
    const shown = items.map((item) => item.id)
    const saved = await someone.post(`/salaries/import/${id}/choix`, { section: 'entrees', montre: shown, accepte: [shown[1]!] })
    assert.equal(saved.status, 303)
    assert.include((await someone.follow(saved)).text, '1 sur 3 à appliquer')
    await someone.post(`/salaries/import/${id}/choix`, { section: 'entrees', tout: 'laisser' })
    assert.include((await someone.get(`/salaries/import/${id}`)).text, '0 sur 3 à appliquer')
    await someone.post(`/salaries/import/${id}/choix`, { section: 'entrees', tout: 'accepter' })
    assert.include((await someone.get(`/salaries/import/${id}`)).text, '3 sur 3 à appliquer')
    await someone.post(`/salaries/import/${id}/application`, { montre: shown, accepte: [shown[2]!] })
    await work(id)
    assert.deepEqual((await employeesOf(member)).map((one) => one.family_name), ['Tyhuon'])
  })

  test('shows fifty lines at a time', async ({ assert }) => {
    const { someone } = await createImporter()
    const { id, page } = await preview(someone, csv(...Array.from({ length: 60 }, (_, rank) => `Kergoat;Anne;${String((rank % 28) + 1).padStart(2, '0')}/0${(rank % 9) + 1}/19${60 + (rank % 40)};Comptable;16/11/2026`)))
    assert.include(page.text, 'Entrées 1 à 50 sur 60')
    assert.lengthOf([...page.html.matchAll(/name="accepte"/g)], 50)
    const second = await someone.get(`/salaries/import/${id}?section=entrees&page=2`)
    assert.include(second.text, 'Entrées 51 à 60 sur 60')
    assert.include((await someone.get(`/salaries/import/${id}?section=rien&page=99`)).text, '51 à 60')
  })

  test('asks before it takes somebody for another, and a line left aside does nothing', async ({ assert }) => {
    const { member, someone } = await createImporter()
    await createEmployee({ member, family_name: 'Kergoat', first_name: 'Élodie', birth_date: '1990-12-05' })
    const { id, page } = await preview(someone, csv('Kergoat;Élodie;12/05/1990;Comptable;16/11/2026', 'Morvanic;Noé;02/01/1985;Magasinier;06/01/2020', 'MORVANIC;noe;02/01/1985;Magasinier;06/01/2020'))
    assert.include(page.text, 'Doublons (2)')
    const doubles = await someone.get(`/salaries/import/${id}?section=doublons`)
    assert.include(doubles.text, 'Ressemble à Élodie Kergoat')
    assert.include(doubles.text, 'Même personne que la ligne 3')
    await apply(someone, id)
    assert.sameMembers((await employeesOf(member)).map((one) => `${one.first_name} ${one.birth_date}`), ['Élodie 1990-12-05', 'Noé 1985-01-02'])
  })

  test('takes for another person whom a human said to be one', async ({ assert }) => {
    const { member, someone } = await createImporter()
    await createEmployee({ member, family_name: 'Kergoat', first_name: 'Élodie', birth_date: '1990-12-05' })
    const { id } = await preview(someone, csv('Kergoat;Élodie;12/05/1990;Comptable;16/11/2026'))
    await someone.post(`/salaries/import/${id}/choix`, { section: 'doublons', tout: 'accepter' })
    await apply(someone, id)
    assert.lengthOf(await employeesOf(member), 2)
  })

  test('tells what is odd by line and column, and reads the rest', async ({ assert }) => {
    const { member, someone } = await createImporter()
    const content = ["Nom;Prénom;Date de naissance;Poste;Date d'entrée;NIR;E-mail", 'Kergoat;Élodie;12/05/1990;Comptable;16/11/2026;190059912345699;', 'Morvanic;Noé;02/01/1985;Soudeur;31/02/2026;;noe@exemple.invalid'].join('\n')
    const { id } = await preview(someone, content)
    const odd = await someone.get(`/salaries/import/${id}?section=anomalies`)
    assert.include(odd.text, 'NIR : la clé de ce numéro ne correspond pas')
    assert.include(odd.text, "Date d'entrée : la date 31/02/2026 n'existe pas : février 2026 a 28 jours")
    assert.notInclude(odd.html, '1900599')
    await apply(someone, id)
    assert.deepEqual((await employeesOf(member)).map((one) => one.family_name), ['Kergoat'])
  })

  test('leaves out a line whose anomaly is not accepted', async ({ assert }) => {
    const { member, someone } = await createImporter()
    const { id } = await preview(someone, "Nom;Prénom;Date de naissance;Poste;Date d'entrée;E-mail\nKergoat;Élodie;12/05/1990;Comptable;16/11/2026;elodie@")
    await someone.post(`/salaries/import/${id}/choix`, { section: 'anomalies', tout: 'laisser' })
    await apply(someone, id)
    assert.isEmpty(await employeesOf(member))
  })

  test('says which line the workforce refused meanwhile, does the others, and forgets the names in time', async ({ assert }) => {
    const { member, someone } = await createImporter()
    const employee = await createEmployee({ member, family_name: 'Morvanic', first_name: 'Noé', birth_date: '1985-01-02', hired_on: '2020-01-06' })
    const header = "Nom;Prénom;Date de naissance;Poste;Date d'entrée;Origine de l'arrêt;Début de l'arrêt;Fin de l'arrêt"
    const { id } = await preview(someone, [header, 'Morvanic;Noé;02/01/1985;;;maladie;01/09/2026;30/09/2026', 'Kergoat;Élodie;12/05/1990;Comptable;16/11/2026;;;'].join('\n'))
    await owner().from('import_lines').where({ import_id: id, line: 2 }).update({ facts: JSON.stringify({ familyName: 'Morvanic', firstName: 'Noé', birthDate: '1985-01-02', stoppages: [{ origin: 'ill', firstDay: '2026-09-01', lastDay: '2026-09-30' }] }) })
    await apply(someone, id)
    const page = await someone.get(`/salaries/import/${id}`)
    assert.include(page.text, "1 ligne qui n'a pas été appliquée")
    assert.include(page.text, 'Noé Morvanic')
    assert.lengthOf(await employeesOf(member), 2)
    assert.isEmpty(await rowsOf('stoppages', { employee_id: employee.id }))
    const [line] = await rowsOf('import_lines', { import_id: id })
    assert.deepEqual(line.facts, { firstName: 'Noé', familyName: 'Morvanic' })

    assert.equal(await work(id, { now: () => now().plus({ days: 8 }) }), 'over')
    assert.isEmpty(await rowsOf('import_lines', { import_id: id }))
  })

  test('tells a convoked visit that a departure touches, and keeps it', async ({ assert }) => {
    const { member, someone } = await createImporter()
    const employee = await createEmployee({ member, family_name: 'Morvanic', first_name: 'Noé', birth_date: '1985-01-02', hired_on: '2020-01-06' })
    const visit = await createVisit({ employee, startsAt: inDays(20, '10:00') })
    const leftOn = addDays(parisDay(now()), 5).split('-').toReversed().join('/')
    const { id } = await preview(someone, `Nom;Prénom;Date de naissance;Date de sortie\nMorvanic;Noé;02/01/1985;${leftOn}`)
    assert.include((await someone.get(`/salaries/import/${id}?section=anomalies`)).text, 'Un rendez-vous est convoqué le')
    await apply(someone, id)
    assert.isNotNull((await rowOf('employees', { id: employee.id })).left_on)
    assert.equal((await rowOf('visits', { id: visit.id })).state, 'convoked')
  })

  test('that is dropped applies nothing and keeps nothing', async ({ assert }) => {
    const { member, someone } = await createImporter()
    const { id } = await preview(someone, csv('Kergoat;Élodie;12/05/1990;Comptable;16/11/2026'))
    const answer = await someone.post(`/salaries/import/${id}/abandon`)
    assert.equal(answer.location, '/salaries/import')
    assert.include((await someone.follow(answer)).text, "L'import est abandonné")
    assert.equal(await work(id), 'over')
    assert.isEmpty(await rowsOf('import_lines', { import_id: id }))
    assert.isEmpty(await itemsOf(id))
    assert.isEmpty(await employeesOf(member))
  })

  test('that nobody decides is forgotten after seven days', async ({ assert }) => {
    const { someone } = await createImporter()
    const { id } = await preview(someone, csv('Kergoat;Élodie;12/05/1990;Comptable;16/11/2026'))
    assert.equal(await work(id, { now: () => now().plus({ days: 6 }) }), 'wait')
    assert.lengthOf(await rowsOf('import_lines', { import_id: id }), 1)
    assert.equal(await work(id, { now: () => now().plus({ days: 7, seconds: 1 }) }), 'over')
    assert.isEmpty(await rowsOf('import_lines', { import_id: id }))
    assert.equal((await importOf(id)).state, 'expired')
    assert.include((await someone.get(`/salaries/import/${id}`)).text, "Personne n'a décidé à temps")
  })

  test('that is decided already answers 409 and changes nothing', async ({ assert }) => {
    const { member, someone } = await createImporter()
    const { id } = await preview(someone, csv('Kergoat;Élodie;12/05/1990;Comptable;16/11/2026'))
    await apply(someone, id)
    const before = await stateOf(member)
    for (const [path, fields] of [['application', {}], ['abandon', {}], ['choix', { section: 'entrees', tout: 'laisser' }], ['colonnes', {}]] as const) {
      assert.equal((await someone.post(`/salaries/import/${id}/${path}`, fields)).status, 409, path)
    }
    assert.equal(await stateOf(member), before)
  })

  test('shows how far it is while it works, and refreshes itself', async ({ assert }) => {
    const { someone } = await createImporter()
    const { id } = await send(someone, csv('Kergoat;Élodie;12/05/1990;Comptable;16/11/2026'))
    const comparing = await someone.get(`/salaries/import/${id}`)
    assert.include(comparing.text, 'Comparaison avec votre effectif')
    assert.include(comparing.html, '<progress id="avancement" value="0" max="1">')
    assert.include(comparing.html, 'hx-trigger="every 2s"')
    assert.include(comparing.text, 'Actualiser')
    await work(id)
    const ready = await someone.get(`/salaries/import/${id}`)
    assert.notInclude(ready.html, 'every 2s')
    await someone.post(`/salaries/import/${id}/application`, {})
    assert.include((await someone.get(`/salaries/import/${id}`)).text, 'Application des lignes acceptées')
  })

  test('gives a NIR to an entry, sealed, and to nobody else', async ({ assert }) => {
    const { member, someone } = await createImporter()
    const known = await createEmployee({ member, family_name: 'Morvanic', first_name: 'Noé', birth_date: '1985-01-02' })
    const [theirs, other] = [fictitiousNationalId(1, '1990-05-12'), fictitiousNationalId(2, '1985-01-02')]
    const content = ["Nom;Prénom;Date de naissance;Poste;Date d'entrée;NIR", `Kergoat;Élodie;12/05/1990;Comptable;16/11/2026;${theirs}`, `Morvanic;Noé;02/01/1985;Soudeur;;${other}`].join('\n')
    const { id } = await send(someone, content)
    for (const line of await rowsOf('import_lines', { import_id: id })) assert.notInclude(JSON.stringify(line), '99000')
    await work(id)
    assert.deepEqual((await rowsOf('import_lines', { import_id: id })).map((line) => line.sealed_national_id !== null), [true, false])
    await apply(someone, id)
    const given = await rowsOf('national_ids', { member_id: member.id })
    assert.deepEqual(given.map(({ sealed }) => openNationalId(sealed)), [theirs])
    assert.isNull(await rowOf('national_ids', { employee_id: known.id }))
  })
})
