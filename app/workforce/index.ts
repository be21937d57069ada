export { findEmployee, type EmployeeFacts } from '#workforce/queries/find_employee'
export { followUpFigures, type FollowUpFigures } from '#workforce/queries/follow_up_figures'
export { CATEGORIES, categoryLabel, type Category } from '#workforce/rules/categories'
