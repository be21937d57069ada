import router from '@adonisjs/core/services/router'
import { allow, open } from '#core/http/policy'

const WelcomeController = () => import('#home/controllers/welcome_controller')
const DashboardsController = () => import('#home/controllers/dashboards_controller')

router.get('/', [WelcomeController, 'show']).as('accueil').use(open())
router.get('/tableau-de-bord', [DashboardsController, 'show']).as('tableau_de_bord').use(allow(null))
