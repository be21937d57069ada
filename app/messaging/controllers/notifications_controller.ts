import type { HttpContext } from '@adonisjs/core/http'
import { seeOther } from '#core/htmx'
import { readIds } from '#core/http/ids'
import { seeNotifications } from '#messaging/actions/see_notifications'
import { listChoices } from '#messaging/queries/list_choices'
import { listNotifications, PAGE_SIZE } from '#messaging/queries/list_notifications'
import { rungKinds } from '#messaging/rules/notification_kinds'

const address = (page: number) => (page > 1 ? `/notifications?page=${page}` : '/notifications')

export default class NotificationsController {
  // To open the page marks nothing: a GET does not write, and mail programs and browsers open pages ahead.
  async index(ctx: HttpContext) {
    const { currentMember, currentUser, request, view } = ctx
    const page = readPage(request.qs().page)
    const maySee = currentMember.rights.visits !== 'none'
    const { rows, total } = await ctx.member(async (trx) => {
      const kinds = maySee ? rungKinds(await listChoices(trx, currentUser.id)) : []
      return listNotifications(trx, { memberId: currentMember.id, userId: currentUser.id, kinds, page })
    })
    if (rows.length === 0 && page > 1) return seeOther(ctx, address(1))
    return view.render('messaging/notifications/index', { rows, total, page, pageSize: PAGE_SIZE, address, maySee })
  }

  /** Marks what the form showed, not what came since. */
  async see(ctx: HttpContext) {
    const [upTo] = readIds(ctx.request.input('jusqu_a'))
    if (upTo) await ctx.member((trx) => seeNotifications(trx, { userId: ctx.currentUser.id, upTo }))
    return seeOther(ctx, address(1))
  }
}

function readPage(text: unknown): number {
  const number = Math.trunc(Number(text))
  return number >= 1 && number <= 10_000 ? number : 1
}
