import { helpArticles } from '#home/help/articles'

/** The pages that search engines may show: what anybody may read without an account or a link of their own. */
export const publicPages = () => [
  '/',
  '/connexion',
  '/aide',
  ...helpArticles().map(({ slug }) => `/aide/${slug}`),
  '/accessibilite',
  '/confidentialite',
  '/mentions-legales',
]
