import router from '@adonisjs/core/services/router'
import { allow, open, signedIn } from '#core/http/policy'

const NotificationsController = () => import('#messaging/controllers/notifications_controller')
const ChoicesController = () => import('#messaging/controllers/choices_controller')
const StopsController = () => import('#messaging/controllers/stops_controller')

router.get('/notifications', [NotificationsController, 'index']).as('notifications.index').use(allow(null))
router.post('/notifications/vues', [NotificationsController, 'see']).as('notifications.vues').use(allow(null))

router.post('/compte/notifications', [ChoicesController, 'store']).as('compte.notifications').use(signedIn())

router.get('/notifications/arret/:token', [StopsController, 'create']).as('arret.create').use(open())
router.post('/notifications/arret/:token', [StopsController, 'store']).as('arret.store').use(open())
