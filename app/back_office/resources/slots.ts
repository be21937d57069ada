import { choice, instant, text } from '#back_office/registers/column'
import { secureResource } from '#back_office/registers/register'

export const slots = secureResource(
  {
    id: 'creneaux',
    label: 'Créneaux',
    from: `slots join centres on centres.id = slots.centre_id
      join practitioners on practitioners.id = slots.practitioner_id`,
    key: 'slots.id',
    columns: {
      debut: instant('Début', 'slots.starts_at'),
      fin: instant('Fin', 'slots.ends_at'),
      professionnel: text('Professionnel', 'practitioners.name'),
      centre: text('Centre', 'centres.name'),
      place: choice('Place', "(case when slots.visit_id is not null then 'taken' when slots.withdrawn then 'withdrawn' else 'free' end)", {
        free: 'Libre',
        taken: 'Pris',
        withdrawn: 'Retiré',
      }),
    },
  },
  {
    roles: ['planner', 'health', 'auditor'],
    list: ['debut', 'fin', 'professionnel', 'centre', 'place'],
    filters: ['debut', 'professionnel', 'centre', 'place'],
    sorts: ['debut', 'professionnel', 'centre'],
    order: { by: 'debut', direction: 'desc' },
  }
)
