import type { DateTime } from 'luxon'
import type { Day } from '#shared/dates'
import type { Workflow } from '#core/outbox'
import type { Diary } from '#database/demo/diary'
import type { Draw } from '#database/demo/draw'
import type { Person } from '#database/demo/person'
import type { Rows } from '#database/demo/rows'

/** What everybody who writes a part of the demo needs to know. */
export type Scene = {
  now: DateTime
  today: Day
  draw: Draw
  rows: Rows
  /** Who plans at OSTRA. */
  plannerId: string
  /** Workflows that the demo's worker is to start. */
  toStart: { workflow: Workflow; id: string }[]
}

/** The member of a firm, as the rows of its employees need it. */
export type Firm = {
  memberId: string
  /** Who acts for it. */
  userId: string
  /** Who reads its mails about convocations, as messaging names them. */
  recipients: string[]
  /** The planning of its centre. */
  diary: Diary
  /** Whether anybody signs in there: else nothing is asked, nothing acknowledged. */
  usesPortal: boolean
}

/** Somebody whom visits and requests are about. */
export type Followed = { id: string; email: string | null; firm: Firm }

export type Hired = Person & Followed
