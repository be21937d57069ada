import type { StaffRole } from '#core/http/policy'
import type { Trx } from '#core/tenants'

/** Keys of OSTRA's staff in these roles; of its administrators when a role has nobody. */
export async function listStaffRecipients(trx: Trx, roles: StaffRole[]): Promise<string[]> {
  const inRoles = (wanted: StaffRole[]) => trx.from('staff_users').select('id').whereIn('role', wanted).where('active', true).orderBy('id')
  const found = await inRoles(roles)
  const staff = found.length > 0 ? found : await inRoles(['administrator'])
  return staff.map(({ id }) => `staff:${id}`)
}
