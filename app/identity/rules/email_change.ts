/** Minutes during which both addresses can be confirmed: a link lives an hour, and a mail may be late. */
export const EMAIL_CHANGE_MINUTES = 120
