import type { HttpContext } from '@adonisjs/core/http'

export type Flash = { state?: 'fine' | 'soon' | 'late'; title: string; text?: string }

/** What was done and what comes next, on top of the next page. */
export function flash({ session }: HttpContext, message: Flash) {
  session.flash('message', message)
}
