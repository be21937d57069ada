export type { Centre, ReminderKey, RequestFacts, VisitFacts } from '#messaging/facts'
export { sendResetLink } from '#messaging/actions/send_reset_link'
export { tellRequestReceived, tellRequestRefused } from '#messaging/actions/tell_about_request'
export { tellCancellation, tellConvocation, tellReminder, tellSubstitution } from '#messaging/actions/tell_about_visit'
