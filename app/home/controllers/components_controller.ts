import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { HOSTILE, LONG_NAME, LONG_TEXT, LONG_WORD, samplesAt } from '#home/components/samples'

const MENU = ['Tableau de bord', 'Entreprise', 'Salariés', 'Demandes', 'Convocations']

/** Every component in every state, for whoever draws: under the masthead of a user who has everything, at length. */
export default class ComponentsController {
  show({ view }: HttpContext) {
    view.share({
      user: { id: '', name: LONG_NAME },
      member: { id: '', number: '0042317', name: `Établissements ${LONG_NAME} et ${LONG_WORD}` },
      memberCount: 2,
      notices: 128,
      menu: MENU.map((label, index) => ({ label, href: '#contenu', current: index === 2 && 'page' })),
      accountMenu: [{ label: 'Mon compte', href: '#contenu' }, { label: 'Mes comptes adhérents', href: '#contenu' }],
      flash: { state: 'fine', title: HOSTILE, text: LONG_TEXT },
    })
    return view.render('home/components/show', samplesAt(now()))
  }
}
