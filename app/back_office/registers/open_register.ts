import type { HttpContext } from '@adonisjs/core/http'
import { Forbidden, orNotFound } from '#core/exceptions/refusals'
import { mayOpen, registerOf, type SecuredRegister } from '#back_office/registers/register'
import { REGISTERS } from '#back_office/resources/index'

/** The register of an address as the role of who asks may see it. @throws Forbidden, NotFound */
export function openRegister({ params, staff }: HttpContext): SecuredRegister {
  const register = orNotFound(REGISTERS.find(({ id }) => id === params.register))
  if (!mayOpen(register, staff.role)) throw new Forbidden()
  return registerOf(register, staff.role)
}
