import router from '@adonisjs/core/services/router'

router.where('id', router.matchers.uuid())

await Promise.all([import('#identity/staff/routes'), import('#back_office/routes')])
