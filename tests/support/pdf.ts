import { extractText, getDocumentProxy } from 'unpdf'
import { OPS } from 'unpdf/pdfjs'

type Node = { role?: string; children?: Node[] }

/** A PDF as a reader other than its writer finds it. Every kind of space is a plain one. */
export async function readPdf(content: Uint8Array) {
  const pdf = await getDocumentProxy(new Uint8Array(content))
  const { info, metadata } = await pdf.getMetadata()
  const { text } = await extractText(pdf, { mergePages: false })
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, rank) => pdf.getPage(rank + 1)))
  const { Title: title, Language: language } = info as Record<string, string | undefined>
  return {
    title,
    language,
    isTagged: (await pdf.getMarkInfo())?.Marked === true,
    conformance: /<pdfuaid:part>(\d)</.exec(metadata!.getRaw())?.[1],
    pages: text.map((page) => page.replace(/\u00ad\s*/g, '').replace(/\s+/g, ' ')),
    roles: (await Promise.all(pages.map((page) => page.getStructTree()))).flatMap((tree) => rolesOf(tree as Node)),
    fonts: (await Promise.all(pages.map((page) => fontsOf(page)))).flat(),
  }
}

function rolesOf({ role, children = [] }: Node): string[] {
  return [...(role ? [role] : []), ...children.flatMap((child) => rolesOf(child))]
}

async function fontsOf(page: any): Promise<{ name: string; isInside: boolean }[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const ids = fnArray.flatMap((code: number, rank: number) => (code === OPS.setFont ? [argsArray[rank][0]] : []))
  return [...new Set<string>(ids)].map((id) => {
    const { name, missingFile } = page.commonObjs.get(id)
    return { name, isInside: !missingFile }
  })
}
