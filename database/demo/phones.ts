import type { Draw } from '#database/demo/draw'

const last = (number: number) => `${String(Math.floor(number / 100)).padStart(2, '0')} ${String(number % 100).padStart(2, '0')}`

// 02 61 91 and 06 39 98 are kept by Arcep for fiction: nobody answers there.
export const officePhone = (number: number) => `02 61 91 ${last(number)}`
export const drawMobile = (draw: Draw) => `06 39 98 ${last(draw.between(0, 9999))}`
