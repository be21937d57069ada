import app from '@adonisjs/core/services/app'
import router from '@adonisjs/core/services/router'
import { allow, open, signedIn } from '#core/http/policy'

const WelcomeController = () => import('#home/controllers/welcome_controller')
const DashboardsController = () => import('#home/controllers/dashboards_controller')
const HelpController = () => import('#home/controllers/help_controller')
const UserAccountsController = () => import('#home/controllers/user_accounts_controller')
const AccountsController = () => import('#home/controllers/accounts_controller')
const AccountDueExportsController = () => import('#home/controllers/account_due_exports_controller')
const AccountDuesController = () => import('#home/controllers/account_dues_controller')
const ComponentsController = () => import('#home/controllers/components_controller')
const PrivacyController = () => import('#home/controllers/privacy_controller')
const CrawlersController = () => import('#home/controllers/crawlers_controller')

router.get('/', [WelcomeController, 'show']).as('accueil').use(open())
router.get('/tableau-de-bord', [DashboardsController, 'show']).as('tableau_de_bord').use(allow(null))
router.get('/compte', [UserAccountsController, 'show']).as('compte').use(signedIn())

router.get('/comptes', [AccountsController, 'index']).as('comptes.index').use(signedIn())
router.get('/comptes/echeances', [AccountDuesController, 'index']).as('comptes.echeances').use(signedIn())
router.get('/comptes/echeances.csv', [AccountDueExportsController, 'index']).as('comptes.echeances.csv').use(signedIn())
router.get('/comptes/echeances.xlsx', [AccountDueExportsController, 'index']).as('comptes.echeances.xlsx').use(signedIn())

router.get('/aide', [HelpController, 'index']).as('aide.index').use(open())
router.get('/aide/:slug', [HelpController, 'show']).where('slug', router.matchers.slug()).as('aide.show').use(open())
router.on('/accessibilite').render('home/legal/accessibility').as('accessibilite').use(open())
router.get('/confidentialite', [PrivacyController, 'show']).as('confidentialite').use(open())
router.on('/mentions-legales').render('home/legal/notices').as('mentions_legales').use(open())

router.get('/robots.txt', [CrawlersController, 'robots']).as('robots').use(open())
router.get('/sitemap.xml', [CrawlersController, 'sitemap']).as('sitemap').use(open())

if (!app.inProduction) router.get('/_composants', [ComponentsController, 'show']).as('composants').use(open())
