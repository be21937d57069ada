import edge from 'edge.js'
import { dayLeaf, distance, dueState, formatDay, formatInstant, formatInstantShort, formatTime } from '#shared/dates'
import { formatCents } from '#shared/money'

edge.global('dates', { dayLeaf, distance, dueState, formatDay, formatInstant, formatInstantShort, formatTime })
edge.global('formatCents', formatCents)
