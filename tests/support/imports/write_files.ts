// Writes a table and a DSN of fictitious people, a month after they were enrolled: in a process of its own, whose memory is not measured.
//   node --import @poppinss/ts-exec tests/support/imports/write_files.ts FOLDER PEOPLE CHANGES SIRET
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crowd, monthLater } from '#tests/support/imports/crowd'
import { dsnFile, type DsnFigure } from '#tests/support/imports/dsn'

const [folder, count, changes, siret] = process.argv.slice(2)
const people = monthLater(crowd(Number(count)), Number(changes))
await writeFile(join(folder!, 'effectif.csv'), tableOf(people))
await writeFile(join(folder!, 'paie.dsn'), dsnFile([{ siret: siret!, people }]))

function tableOf(figures: DsnFigure[]): string {
  const slashed = (day?: string) => day?.split('-').toReversed().join('/')
  const stoppage = ({ stoppages }: DsnFigure) => (stoppages ? ['Maladie', '03/11/2026', '22/11/2026'] : [])
  const lines = figures.map((one) =>
    [one.payrollId, one.familyName, one.firstName, slashed(one.birthDate), one.job, slashed(one.start), one.email, slashed(one.end?.on), one.end && 'Démission', ...stoppage(one)].join(';')
  )
  const header = "Matricule;Nom;Prénom;Date de naissance;Poste;Date d'entrée;E-mail;Date de sortie;Motif de sortie;Origine de l'arrêt;Début de l'arrêt;Fin de l'arrêt"
  return [header, ...lines].join('\r\n')
}
