import { test } from '@japa/runner'
import { button, heading, signIn, textOf } from '#tests/browser/people'
import { faultsOf, openPage } from '#tests/support/browser'
import { createEmployee, createMember, createUser } from '#tests/support/factories'

test.group("A visit on the employer's demand, in Chromium", () => {
  test('is sent once the employee was told, {width} pixels wide, JavaScript {javaScript}')
    .with([{ width: 1280, javaScript: true }, { width: 360, javaScript: false }])
    .run(async ({ assert }, { width, javaScript }) => {
      const member = await createMember()
      const user = await createUser({ member, holder: true })
      const employee = await createEmployee({ member, first_name: 'Élodie', family_name: 'Marchevaux' })
      const page = await openPage({ javaScript, viewport: { width, height: 800 } })
      await signIn(page, user)
      await page.goto(`/demandes/nouvelle?salarie=${employee.id}`)
      await page.getByLabel("Visite à la demande de l'employeur").check()
      await page.getByLabel('Motif').fill('Le poste change en janvier')
      await button(page, 'Envoyer la demande').click()
      await page.getByRole('alert').getByRole('link', { name: 'Informez le salarié de votre demande, puis cochez la case' }).waitFor()
      assert.deepEqual(await faultsOf(page), [])
      assert.equal(await page.getByLabel('Personne qui demande').inputValue(), user.name)
      await page.getByLabel("J'ai informé le salarié").check()
      await button(page, 'Envoyer la demande').click()
      await heading(page, "Visite à la demande de l'employeur pour Élodie Marchevaux").waitFor()
      assert.include(await textOf(page), `Demandée par ${user.name}`)
      assert.deepEqual(await faultsOf(page), [])
    })
})
