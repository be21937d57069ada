import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'

server.errorHandler(() => import('#core/exceptions/handler'))

server.use([
  () => import('#core/middleware/security_headers_middleware'),
  () => import('#core/middleware/container_bindings_middleware'),
  () => import('#core/health/health_middleware'),
  () => import('@adonisjs/static/static_middleware'),
])

router.use([
  () => import('#core/middleware/readable_address_middleware'),
  () => import('@adonisjs/core/bodyparser_middleware'),
  () => import('@adonisjs/session/session_middleware'),
  () => import('#core/middleware/uploads_middleware'),
  () => import('@adonisjs/shield/shield_middleware'),
  () => import('@adonisjs/auth/initialize_auth_middleware'),
  () => import('#core/middleware/page_state_middleware'),
  () => import('#identity/middleware/current_holder_middleware'),
])
