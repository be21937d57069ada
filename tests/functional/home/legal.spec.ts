import { test } from '@japa/runner'
import { createMember, createUser } from '#tests/support/factories'
import { signedInAs, visitor } from '#tests/support/http'

const CONTACT = 'relations-adherents@objectifsantetravail.fr'
const LEGAL = ['/accessibilite', '/confidentialite', '/mentions-legales']

test.group('The legal pages', () => {
  test('the accessibility statement says what RGAA asks: state, checks, what is missing, contact, recourse', async ({ assert }) => {
    const page = await visitor().get('/accessibilite')
    for (const fact of ['RGAA 4.1', 'Non conforme, faute d\'audit', "n'a pas été audité par un tiers", 'axe', 'Ce qui n\'est pas encore vérifié ou conforme', 'Défenseur des droits', 'Libre réponse 71120', CONTACT]) {
      assert.include(page.text, fact)
    }
    assert.include(page.links, 'https://formulaire.defenseurdesdroits.fr/')
  })

  test('the privacy page says what, why, how long, who, the basis, and how to use one\'s rights', async ({ assert }) => {
    const page = await visitor().get('/confidentialite')
    for (const fact of ['Pourquoi', 'Durée', 'Douze mois', 'HDS', 'L1111-8', 'article 9-2-h', 'Qui les reçoit', 'un mois', 'CNIL', CONTACT]) assert.include(page.text, fact)
    assert.include(page.links, 'https://www.cnil.fr/fr/plaintes')
  })

  test('the privacy page tells the truth about cookies: the one of the session, and the one that a sign-in leaves on the device', async ({ assert }) => {
    const someone = visitor()
    const page = await someone.get('/confidentialite')
    const signedIn = await signedInAs(await createUser({ member: await createMember() }))
    await signedIn.get('/tableau-de-bord')
    const namesOf = ({ cookies }: typeof someone) => cookies.map(({ name }) => name)
    assert.deepEqual(namesOf(someone), ['ostra_portal'])
    assert.sameMembers(namesOf(signedIn), ['ostra_portal', 'ostra_device'])
    assert.notMatch(page.headers.getSetCookie().join(), /expires|max-age/i)
    assert.include(page.text, '180 jours après la dernière connexion')
  })

  test('the legal notice says who publishes, who answers for it and who hosts it', async ({ assert }) => {
    const page = await visitor().get('/mentions-legales')
    for (const fact of ['Éditeur', 'OSTRA (Objectif Santé Travail)', "Le représentant légal d'OSTRA", 'Hébergement', 'Légifrance', CONTACT]) assert.include(page.text, fact)
  })

  test('no page has a hole to be filled', async ({ assert }) => {
    for (const path of LEGAL) {
      const page = await visitor().get(path)
      assert.notMatch(page.text, /à compléter|xxx|lorem|\[|undefined|null|TODO/i, path)
      assert.notMatch(page.html.replaceAll(/<(script|style|template)[^]*?<\/\1>/g, ''), /!<|’|Veuillez/, path)
    }
  })
})
