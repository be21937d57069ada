export { expireReset } from '#identity/actions/expire_reset'
export { mintResetToken, type MintedLink } from '#identity/actions/mint_reset_token'
export { findReset, type Reset } from '#identity/queries/find_reset'
