import { test } from '@japa/runner'
import { COLUMNS, FIELDS } from '#imports/rules/fields'
import { mappingFaults, recogniseColumns } from '#imports/rules/recognise_columns'

const WANTED = ['familyName', 'firstName', 'birthDate', 'jobTitle', 'hiredOn'] as const

test.group('The columns of a file', () => {
  test('are recognised by the names of the template', ({ assert }) => {
    const header = FIELDS.map((field) => COLUMNS[field].label)
    assert.deepEqual(recogniseColumns(header), { mapping: [...FIELDS], sure: true })
  })

  test('are recognised whatever case, accents, spaces and synonyms: {$self}')
    .with(['NOM;PRENOM;DATE DE NAISSANCE;EMPLOI;DATE EMBAUCHE', 'nom de famille;Prénoms;Né(e) le;Fonction;Entrée', "Nom de naissance;Prénom;Naissance;Intitulé du poste;Date d’embauche"])
    .run(({ assert }, header) => {
      assert.deepEqual(recogniseColumns(header.split(';')), { mapping: [...WANTED], sure: true })
    })

  test('no synonym belongs to two of them', ({ assert }) => {
    for (const field of FIELDS) {
      for (const name of [COLUMNS[field].label, ...COLUMNS[field].alsoCalled]) assert.deepEqual(recogniseColumns([name]).mapping, [field], name)
    }
  })

  test('a salary and an account number are left alone, without a question', ({ assert }) => {
    const { mapping, sure } = recogniseColumns(['Nom', 'Prénom', 'Date de naissance', 'Poste', "Date d'entrée", 'Salaire brut', 'IBAN'])
    assert.deepEqual(mapping, [...WANTED, null, null])
    assert.isTrue(sure)
  })

  test('is not sure without the identity, with one told twice, or when an unknown one could be what an entry needs', ({ assert }) => {
    assert.isFalse(recogniseColumns(['Nom', 'Prénom', 'Poste']).sure)
    assert.isFalse(recogniseColumns(['Nom', 'Nom de naissance', 'Prénom', 'Date de naissance', 'Poste', 'Entrée']).sure)
    assert.isFalse(recogniseColumns(['Nom', 'Prénom', 'Date de naissance', 'Poste', 'Arrivée chez nous']).sure)
    assert.isTrue(recogniseColumns(['Nom', 'Prénom', 'Date de naissance', 'E-mail']).sure)
  })

  test('guesses a longer name, and gives no field to two columns', ({ assert }) => {
    assert.deepEqual(recogniseColumns(['Nom (majuscules)', 'Prénom du salarié', 'Date de naissance JJ/MM/AAAA', 'Nom complet']).mapping, ['familyName', 'firstName', 'birthDate', null])
  })

  test('are what the member said before', ({ assert }) => {
    const remembered = { 'z1': 'familyName', 'z2': 'firstName', 'z3': 'birthDate', 'poste': '' } as const
    const { mapping, sure } = recogniseColumns(['Z1', 'Z2', 'z3', 'Poste'], remembered)
    assert.deepEqual(mapping, ['familyName', 'firstName', 'birthDate', null])
    assert.isTrue(sure)
  })

  test('a choice that lacks the identity or names a field twice is told', ({ assert }) => {
    assert.deepEqual(mappingFaults(['familyName', 'firstName', null]), [{ type: 'missing', field: 'birthDate' }])
    assert.deepEqual(mappingFaults(['familyName', 'firstName', 'birthDate', 'email', 'email']), [{ type: 'twice', field: 'email' }])
    assert.deepEqual(mappingFaults([...WANTED]), [])
  })
})
