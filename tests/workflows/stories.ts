import type { Moment } from '#workflows/visits/contract'
import type { Stage, Story } from '#tests/workflows/stubbed'

const HOUR = 3_600_000
const DAY = 24 * HOUR

async function momentsOf({ now }: Stage): Promise<Moment[]> {
  const start = await now()
  const after = (key: string, days: number) => ({ key, at: start + days * DAY })
  return [after('convocation', 0), after('week_before', 23), after('limit_eve', 27), after('window_closes', 28), after('outcome_asked', 30)]
}

const planFrom = (now: number) => ({ remindAt: now + 3 * DAY, expiresAt: now + 7 * DAY })

/** The stories whose histories are recorded: every way through each workflow. */
export const STORIES: Record<string, Story> = {
  visit_held: {
    workflow: 'visitWorkflow',
    async activities(stage) {
      const moments = await momentsOf(stage)
      const end = moments.at(-1)!.at + DAY
      return { planVisit: async () => ({ over: (await stage.now()) >= end, sequence: 0, moments }) }
    },
    async happens(workflow, { pass }) {
      await pass(31 * DAY + HOUR)
      await workflow.signal('changed')
    },
  },
  visit_moved_then_cancelled: {
    workflow: 'visitWorkflow',
    async activities(stage) {
      const moments = await momentsOf(stage)
      let plans = 0
      return {
        planVisit: async () => {
          plans += 1
          const later = moments.map(({ key, at }) => ({ key, at: at + 10 * DAY }))
          return { over: plans >= 4, sequence: plans >= 3 ? 1 : 0, moments: plans >= 3 ? later : moments }
        },
      }
    },
    async happens(workflow, { pass }) {
      await pass(24 * DAY)
      await workflow.signal('changed')
      await pass(HOUR)
      await workflow.signal('changed')
    },
  },
  visit_told_late: {
    workflow: 'visitWorkflow',
    async activities(stage) {
      const moments = await momentsOf(stage)
      let attempts = 0
      return {
        planVisit: async () => ({ over: (await stage.now()) >= moments[2]!.at, sequence: 0, moments: moments.slice(0, 3) }),
        actOnVisit: async () => {
          attempts += 1
          if (attempts < 5) throw new Error('550 Aurélie Le Guern <aurelie@essai.example> is unknown')
        },
      }
    },
  },
  request_planned_then_held: {
    workflow: 'visitRequestWorkflow',
    async activities({ now }) {
      const start = await now()
      let watches = 0
      return {
        watchRequest: async () => {
          watches += 1
          return watches >= 4 ? { over: true } : { over: false, ...(watches < 3 && { next: start + watches * 2 * DAY }) }
        },
      }
    },
    async happens(workflow, { pass }) {
      await pass(5 * DAY)
      await workflow.signal('changed')
    },
  },
  account_link_expired: {
    workflow: 'accountLinkWorkflow',
    activities: ({ now }) => ({ sendLink: async () => (await now()) + HOUR }),
  },
  account_link_used: {
    workflow: 'accountLinkWorkflow',
    activities: ({ now }) => ({ sendLink: async () => (await now()) + HOUR }),
    async happens(workflow, { pass }) {
      await pass(HOUR / 2)
      await workflow.signal('changed')
    },
  },
  security_notice_told: {
    workflow: 'securityNoticeWorkflow',
    activities() {
      let attempts = 0
      return {
        tellSecurityNotice: async () => {
          attempts += 1
          if (attempts < 3) throw new Error('550 Camille Dorval <camille@essai.example> is unknown')
        },
      }
    },
  },
  invitation_without_answer: {
    workflow: 'invitationWorkflow',
    activities({ now }) {
      let attempts = 0
      return {
        sendInvitation: async () => planFrom(await now()),
        remindInvitation: async () => {
          attempts += 1
          if (attempts < 3) throw new Error('550 Maëlle Corvaisier <maelle@essai.example> is unknown')
        },
      }
    },
  },
  invitation_accepted: {
    workflow: 'invitationWorkflow',
    activities: ({ now }) => ({ sendInvitation: async () => planFrom(await now()) }),
    async happens(workflow, { pass }) {
      await pass(DAY)
      await workflow.signal('changed')
    },
  },
  invitation_accepted_after_its_reminder: {
    workflow: 'invitationWorkflow',
    activities: ({ now }) => ({ sendInvitation: async () => planFrom(await now()) }),
    async happens(workflow, { pass }) {
      await pass(4 * DAY)
      await workflow.signal('changed')
    },
  },
  invitation_moot: {
    workflow: 'invitationWorkflow',
    activities: () => ({ sendInvitation: async () => null }),
  },
  notification_told: {
    workflow: 'notificationWorkflow',
    activities() {
      let attempts = 0
      return {
        tellNotification: async () => {
          attempts += 1
          if (attempts < 3) throw new Error('550 Camille Dorval <camille@essai.example> is unknown')
        },
      }
    },
  },
  account_link_moot: {
    workflow: 'accountLinkWorkflow',
    activities: () => ({ sendLink: async () => null }),
  },
  import_compared_then_applied: {
    workflow: 'importWorkflow',
    activities({ now }) {
      let steps = 0
      const answers = ['more', 'more', 'wait', 'more', 'more', 'over'] as const
      return {
        advanceImport: async () => {
          const step = answers[steps++]!
          return step === 'wait' ? { step, until: (await now()) + 7 * DAY } : { step }
        },
      }
    },
    async happens(workflow, { pass }) {
      await pass(DAY)
      await workflow.signal('changed')
    },
  },
  import_forgotten: {
    workflow: 'importWorkflow',
    activities({ now }) {
      let steps = 0
      let attempts = 0
      return {
        advanceImport: async () => {
          attempts += 1
          if (attempts === 2) throw new Error('Kergoat, Élodie, 12/05/1990')
          steps += 1
          return steps === 1 ? { step: 'wait', until: (await now()) + 7 * DAY } : { step: 'over' }
        },
      }
    },
  },
  siren_change_reminded_then_decided: {
    workflow: 'sirenChangeWorkflow',
    async activities({ now }) {
      let follows = 0
      return {
        followSirenChange: async () => {
          follows += 1
          return follows <= 2 ? (await now()) + 3 * DAY : follows === 3 ? (await now()) + 10 * DAY : null
        },
      }
    },
    async happens(workflow, { pass }) {
      await pass(4 * DAY)
      await workflow.signal('changed')
    },
  },
  job_tried_again: {
    workflow: 'jobWorkflow',
    activities() {
      let attempts = 0
      return {
        prune: async () => {
          attempts += 1
          if (attempts < 3) throw new Error('57P01')
          return []
        },
      }
    },
  },
}
