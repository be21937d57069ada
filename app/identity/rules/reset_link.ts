/** Minutes during which a reset link can be used. */
export const RESET_LINK_MINUTES = 60
