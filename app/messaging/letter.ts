/** What a mail says, before it takes the shape of HTML and of text. */
export type Letter = {
  /** Read by anybody who sees the screen: no name, no kind of visit. */
  subject: string
  heading: string
  opening: string[]
  facts?: { label: string; value: string }[]
  closing?: string[]
  act?: { label: string; url: string }
  enclosures?: Enclosure[]
  /** Of a mail that its reader chose to get: where to choose otherwise, and how to stop it without signing in. */
  choice?: { settings: string; stop: string }
}

/** A file that goes with a mail. Its name says the day, never who nor what. */
export type Enclosure = { name: string; type: string; content: Buffer }

export type Audience = 'employer' | 'employee'
