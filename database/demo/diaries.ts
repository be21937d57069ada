import type { CentreKey } from '#database/demo/centres'
import { Diary, type Centre } from '#database/demo/diary'
import type { Draw } from '#database/demo/draw'
import type { House } from '#database/demo/house'
import type { Rows } from '#database/demo/rows'
import type { Day } from '#shared/dates'

/** The planning of each centre, open for the days to come. */
export function openDiaries(rows: Rows, draw: Draw, house: House, today: Day): Map<CentreKey, Diary> {
  const diaries = new Map([...house.centreIds.keys()].map((key) => [key, new Diary(rows, draw, centreOf(house, key))]))
  for (const diary of diaries.values()) diary.open(today)
  return diaries
}

/** A centre with those who are there some day of the week. */
export function centreOf({ centreIds, practitioners }: House, key: CentreKey): Centre {
  return { id: centreIds.get(key)!, key, practitioners: practitioners.filter(({ week }) => week.includes(key)) }
}
