import { accesses } from '#back_office/resources/accesses'
import { cancellations } from '#back_office/resources/cancellations'
import { centres } from '#back_office/resources/centres'
import { contacts } from '#back_office/resources/contacts'
import { employees } from '#back_office/resources/employees'
import { journal } from '#back_office/resources/journal'
import { members } from '#back_office/resources/members'
import { practitioners } from '#back_office/resources/practitioners'
import { sites } from '#back_office/resources/sites'
import { slots } from '#back_office/resources/slots'
import { users } from '#back_office/resources/users'
import { visitRequests } from '#back_office/resources/visit_requests'
import { visits } from '#back_office/resources/visits'
import type { SecuredRegister } from '#back_office/registers/register'

export const REGISTERS: readonly SecuredRegister[] = [
  visitRequests,
  visits,
  slots,
  cancellations,
  centres,
  practitioners,
  members,
  contacts,
  sites,
  users,
  accesses,
  employees,
  journal,
]
