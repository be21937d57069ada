import vine from '@vinejs/vine'
import type { PostFacts } from '#workforce/actions/write_post'
import { RISKS, type Risk } from '#workforce/rules/risks'
import { isPcsCode } from '#workforce/rules/search_jobs'
import { severalField } from '#workforce/validators/fields'

// The list that is searched by label is not the whole nomenclature: a code that an employer copies from its payroll is taken by its shape.
const job = vine.createRule<undefined>((value, _options, field) => {
  if (typeof value !== 'string' || value === 'aucun') return
  const code = value.toLowerCase().replace(/\s/g, '')
  if (isPcsCode(code)) return field.mutate(code, field)
  field.report("Un code PCS-ESE a trois chiffres et une lettre\u00a0: cherchez-le par l'intitulé du poste, ou laissez ce champ vide", 'job', field)
})

// R4624-23, III: the reason is written.
const listedReason = vine.createRule<undefined>(
  (value, _options, field) => {
    if (typeof value === 'string' && value.trim() !== '') return
    const risks = [field.data.risques ?? []].flat()
    if (risks.includes('employer_listed')) field.report("Écrivez pourquoi l'entreprise inscrit ce poste (article R4624-23)", 'listed_reason', field)
  },
  { implicit: true }
)

/** The fields of a post, in a hiring as in a job change. */
export const POST_FIELDS = {
  intitule: vine.string().trim().maxLength(120),
  pcs: vine.string().maxLength(10).use(job()).optional(),
  risques: severalField(RISKS, 'Choisissez parmi les risques proposés'),
  motif_risque: vine.string().trim().maxLength(500).optional().use(listedReason()),
  nuit: vine.literal('oui').optional(),
}

export const POST_SENTENCES = {
  'intitule.required': "Indiquez l'intitulé du poste",
  'nuit.literal': 'Cochez ou non le travail de nuit',
}

type Typed = { intitule: string; pcs?: string | null; risques?: unknown; motif_risque?: string | null; nuit?: unknown }

export function postOf({ intitule, pcs, risques, motif_risque: reason, nuit }: Typed): PostFacts {
  const risks = (risques ?? []) as Risk[]
  return {
    jobTitle: intitule,
    pcsCode: pcs && pcs !== 'aucun' ? pcs : null,
    risks,
    night: Boolean(nuit),
    listedReason: risks.includes('employer_listed') ? (reason ?? null) : null,
  }
}
