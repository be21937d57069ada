import type { HttpContext } from '@adonisjs/core/http'

/** The rights of whoever acts changed: their session goes on under a new id (SECURITY, Identity). */
export async function renewSession({ currentUser, session }: HttpContext) {
  session.regenerate()
  // The tag is how the user's sessions are listed, and ended.
  await session.tag(currentUser.id)
}
