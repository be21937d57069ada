/** The compulsory step of an exposure that ends: the employee is told that the service knows (R4624-28-2). */
export const ADVISED = { field: 'avise', message: "Confirmez que vous avisez le salarié\u00a0: l'article R4624-28-2 le demande" }

export const isExposureEnding = (dues: readonly { kind: string }[]) => dues.some(({ kind }) => kind === 'post_exposure')
