export { requestActivities, type RequestActivities } from '#workflows/visits/request_activities'
export { visitActivities, type VisitActivities } from '#workflows/visits/visit_activities'
