import router from '@adonisjs/core/services/router'

router.where('id', router.matchers.uuid())

await Promise.all([
  import('#identity/routes'),
  import('#home/routes'),
  import('#members/routes'),
  import('#workforce/routes'),
  import('#imports/routes'),
  import('#visits/routes'),
  import('#messaging/routes'),
])
