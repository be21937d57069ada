import { test } from '@japa/runner'
import { readRow } from '#imports/rules/read_row'
import { recogniseColumns } from '#imports/rules/recognise_columns'
import { anomalySentence } from '#imports/rules/anomaly_words'

/** What one line tells, by the names of its columns. */
function line(cells: Record<string, string>, serials = false) {
  const header = ['Nom', 'Prénom', 'Date de naissance', ...Object.keys(cells).filter((name) => !['Nom', 'Prénom', 'Date de naissance'].includes(name))]
  const whole: Record<string, string> = { 'Nom': 'Kergoat', 'Prénom': 'Élodie', 'Date de naissance': '12/05/1990', ...cells }
  const { mapping } = recogniseColumns(header)
  return readRow({ line: 7, cells: header.map((name) => whole[name]!) }, { header, mapping, serials })
}

const told = (cells: Record<string, string>) => line(cells).anomalies.map((anomaly) => anomalySentence(anomaly).replaceAll('\u00a0', ' '))

test.group('A line of a table', () => {
  test('tells what its cells say, and nothing of those that are empty', ({ assert }) => {
    const { facts, anomalies, line: number } = line({ 'Poste': '  Cheffe  de  projet ', "Date d'entrée": '2024-03-04', 'Contrat': 'cdd', 'Fin de contrat prévue': '31/12/2026', 'E-mail': ' Elodie@Exemple.invalid', 'Téléphone': '612345678', 'Code PCS-ESE': '541D', 'Site': '' })
    assert.deepEqual(facts, {
      familyName: 'Kergoat',
      firstName: 'Élodie',
      birthDate: '1990-05-12',
      email: 'elodie@exemple.invalid',
      phone: '06 12 34 56 78',
      jobTitle: 'Cheffe de projet',
      pcsCode: '541d',
      contractNature: 'fixed_term',
      hiredOn: '2024-03-04',
      contractEndOn: '2026-12-31',
    })
    assert.isEmpty(anomalies)
    assert.equal(number, 7)
  })

  test('writes names in capitals as people write them, and leaves others alone', ({ assert }) => {
    assert.deepInclude(line({ Nom: "LE GOFF-D'ARVOR", Prénom: 'ANNE-LISE' }).facts, { familyName: "Le Goff-D'Arvor", firstName: 'Anne-Lise' })
    assert.deepInclude(line({ Nom: 'McKenna', Prénom: 'Jean-luc' }).facts, { familyName: 'McKenna', firstName: 'Jean-luc' })
  })

  test('reads a day as people, payrolls and spreadsheets write it', ({ assert }) => {
    for (const text of ['12/05/1990', '12-05-1990', '1990-05-12', '12051990', '12/05/1990 00:00', '1990-05-12T00:00:00']) assert.equal(line({ 'Date de naissance': text }).facts.birthDate, '1990-05-12', text)
    assert.equal(line({ 'Date de naissance': '33005' }, true).facts.birthDate, '1990-05-12')
    assert.notProperty(line({ 'Date de naissance': '33005' }).facts, 'birthDate')
  })

  test('a formula is a text, which no name is', ({ assert }) => {
    for (const text of ['=1+1', '=cmd|calc', '@SUM(A1)', '+33', '<b>x</b>']) assert.deepEqual(line({ Nom: text }).anomalies.map(({ problem }) => problem.type), ['unreadable_name'], text)
    assert.equal(line({ Poste: '=HYPERLINK("x")' }).facts.jobTitle, '=HYPERLINK("x")')
  })

  test('says what cannot be read, by its column', ({ assert }) => {
    assert.deepEqual(told({ "Date d'entrée": '31/02/2026' }), ["Date d'entrée : la date 31/02/2026 n'existe pas : février 2026 a 28 jours (« 31/02/2026 »)"])
    assert.deepEqual(told({ NIR: '1 90 05 99 123 456 99' }), ['NIR : la clé de ce numéro ne correspond pas, il contient une erreur'])
    assert.deepEqual(told({ NIR: '12345' }), ['NIR : ce numéro compte 13 caractères et une clé de 2 chiffres'])
    assert.deepEqual(told({ Contrat: 'Stagiaire' }), ["Contrat : ce mot n'est pas connu, écrivez par exemple CDI, CDD, Apprentissage, Intérim, Saisonnier (« Stagiaire »)"])
    assert.deepEqual(told({ 'E-mail': 'elodie@', 'Téléphone': '12' }), ["E-mail : cette adresse e-mail n'est pas complète (« elodie@ »)", "Téléphone : ce numéro de téléphone n'existe pas (« 12 »)"])
    assert.deepEqual(told({ "Date d'entrée": '01/09/2026', 'Date de sortie': '31/08/2026' }), ["Date de sortie : cette date est avant « Date d'entrée » (« 31/08/2026 »)"])
    assert.deepEqual(told({ Prénom: 'Élo\u202edie' }), ['Prénom : ce texte contient un caractère illisible'])
  })

  test('never repeats a NIR, whatever is wrong with it', ({ assert }) => {
    const { facts, anomalies, nationalId } = line({ NIR: '190059912345699' })
    assert.isNull(nationalId)
    assert.notInclude(JSON.stringify({ facts, anomalies }), '1900599')
    assert.match(line({ NIR: '1900599123456' }).nationalId!, /^1900599123456\d\d$/)
  })

  test('tells a stoppage by its origin, first and last day, which go together', ({ assert }) => {
    const stoppage = { "Origine de l'arrêt": 'maladie', "Début de l'arrêt": '01/09/2026', "Fin de l'arrêt": '14/11/2026', 'Reprise le': '16/11/2026' }
    assert.deepEqual(line(stoppage).facts.stoppages, [{ origin: 'illness', firstDay: '2026-09-01', lastDay: '2026-11-14', returnOn: '2026-11-16' }])
    assert.deepEqual(told({ ...stoppage, "Fin de l'arrêt": '' }), ["Fin de l'arrêt : l'origine, le début et la fin de l'arrêt vont ensemble"])
    assert.deepEqual(told({ ...stoppage, "Fin de l'arrêt": '31/08/2026' }), ["Fin de l'arrêt : cette date est avant « Début de l'arrêt » (« 31/08/2026 »)"])
  })
})
