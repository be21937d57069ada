import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parentPort } from 'node:worker_threads'
import typst from '@myriaddreamin/typst-ts-node-compiler'

// Started as a thread, without the application: no alias, no service, nothing but types that Node strips.

type Order = { id: number; template: string; data: string; sheets?: number }

const FOLDER = fileURLToPath(new URL('../../resources/documents', import.meta.url))
const KEPT_RESULTS = 10
const SWEEP_EVERY = 20

const compiler = typst.NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontPaths: [`${FOLDER}/fonts`] }] })

// V8 does not see what a compiled document weighs outside its heap, and would let hundreds wait.
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
let written = 0

parentPort!.on('message', ({ id, ...order }: Order) => {
  try {
    const pdf = new Uint8Array(write(order))
    parentPort!.postMessage({ id, pdf }, [pdf.buffer])
  } catch (error) {
    parentPort!.postMessage({ id, failure: (error as Error).message })
  }
  compiler.evictCache(KEPT_RESULTS)
  if (++written % SWEEP_EVERY === 0) collect()
})

function write({ template, data, sheets }: Omit<Order, 'id'>): Buffer {
  const document = compile(template, { data })
  // To measure each sheet takes as long again, and nearly every one fits.
  const fits = sheets === undefined || document.numOfPages === sheets
  return compiler.pdf(fits ? document : compile(template, { data, measured: 'yes' }), { pdfStandard: 'ua-1' })
}

function compile(template: string, inputs: Record<string, string>) {
  const compiled = compiler.compile({ mainFilePath: `${FOLDER}/${template}.typ`, inputs })
  if (compiled.result) return compiled.result
  const [first] = compiled.takeDiagnostics()?.shortDiagnostics ?? []
  throw new Error(`${template}.typ: ${first?.message}`)
}
