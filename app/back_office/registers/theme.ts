import type { BrandingOptions } from 'adminjs'

type Theme = NonNullable<BrandingOptions['theme']>

const PLUM = '#6c2158'
const INK = '#251a22'
const INK_2 = '#5b4e57'
const LINE = '#ded9dd'
const LINE_STRONG = '#887c85'
const PAPER = '#faf7f6'
const SOFT = '#f4ecf1'

/** The light colours of LOOK for AdminJS, in figures: it computes shades from them, so no custom property will do. */
export const THEME: Theme = {
  colors: {
    primary100: PLUM,
    primary80: PLUM,
    primary60: PLUM,
    primary40: LINE_STRONG,
    primary20: SOFT,
    accent: PLUM,
    text: INK,
    grey100: INK,
    grey80: INK_2,
    grey60: INK_2,
    grey40: LINE_STRONG,
    grey20: '#f0ebe9',
    border: LINE,
    separator: LINE,
    inputBorder: LINE_STRONG,
    highlight: SOFT,
    bg: PAPER,
    container: PAPER,
    filterBg: '#ffffff',
    infoLight: SOFT,
    info: PLUM,
  } as Theme['colors'],
  font: 'inherit' as Theme['font'],
}
