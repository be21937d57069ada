import type { DateTime } from 'luxon'
import { readSettings } from '#core/settings'
import { asMembers } from '#core/tenants'
import { listCentres } from '#home/queries/list_centres'
import { cancellationExample } from '#home/rules/cancellation_example'
import { followUpTable } from '#home/rules/follow_up_table'
import { SHOWN } from '#home/rules/ledger'
import { PASSWORD_MIN } from '#identity/rules/password_policy'
import { LINK_MINUTES } from '#identity/rules/account_links'
import { CODES_PER_SIGN_IN, CODE_WAIT_MINUTES } from '#identity/rules/code_attempts'
import { FRESH_MINUTES } from '#identity/rules/reauthentication'
import { RECOVERY_CODES } from '#identity/rules/recovery_codes'
import { LADDERS } from '#identity/rules/throttle'
import { ABSOLUTE_HOURS, IDLE_MINUTES, IDLE_WARNING_MINUTES } from '#identity/rules/session_limits'
import { parisDay, SOON_DAYS } from '#shared/dates'
import { CANCELLATION_HOURS } from '#visits/rules/cancellation_window'
import { requestKind } from '#visits/rules/request_kinds'
import { PLAN_BEFORE_DEADLINE_DAYS, TAKE_WITHIN_WORKING_DAYS } from '#visits/rules/request_watch'
import { RETURN_WITHIN_DAYS } from '#visits/rules/wish_date'

const NUMBERS = {
  SHOWN,
  SOON_DAYS,
  RESET_LINK_MINUTES: LINK_MINUTES.password_reset,
  TRIES: LADDERS.sign_in_account.free,
  FIRST_ACCESS_MINUTES: LINK_MINUTES.first_access,
  EMAIL_LINK_MINUTES: LINK_MINUTES.email_new,
  FRESH_MINUTES,
  RECOVERY_CODES,
  CODE_WAIT_MINUTES,
  CODES_PER_SIGN_IN,
  PASSWORD_MIN,
  ABSOLUTE_HOURS,
  IDLE_MINUTES,
  IDLE_WARNING_MINUTES,
  CANCELLATION_HOURS,
  PLAN_BEFORE_DEADLINE_DAYS,
  TAKE_WITHIN_WORKING_DAYS,
  RETURN_WITHIN_DAYS,
}

/** What the pages of the help say of settings, rules and centres, so that they say what the portal does. For anybody. */
export async function readHelpFacts(now: DateTime) {
  const [settings, centres] = await Promise.all([asMembers([], readSettings), listCentres()])
  return {
    numbers: NUMBERS,
    noShowFeeCents: settings.no_show_fee_cents,
    mode: settings.cancellation_mode,
    example: cancellationExample(settings.cancellation_mode, now),
    followUp: followUpTable(parisDay(now)),
    kindLabel: (kind: Parameters<typeof requestKind>[0]) => requestKind(kind).label,
    centres,
  }
}
