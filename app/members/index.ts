export { findCompany, type Company } from '#members/queries/find_company'
export { listContacts, type MemberContact } from '#members/queries/list_contacts'
export { listSites, type MemberSite } from '#members/queries/list_sites'
export { CONTACT_ROLES, contactRoleLabel, type ContactRole } from '#members/rules/contact_roles'
