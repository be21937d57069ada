import { connect } from 'node:http2'
import temporal from '#config/temporal'

// An empty HealthCheckRequest names a service in field 1 (grpc.health.v1): tag 0x0a, length, name.
const SERVICE = Buffer.from('temporal.api.workflowservice.v1.WorkflowService')
const REQUEST = Buffer.concat([Buffer.from([0, 0, 0, 0, SERVICE.length + 2, 0x0a, SERVICE.length]), SERVICE])
// HealthCheckResponse { status: SERVING }, after the five bytes of a gRPC frame.
const SERVING = Buffer.from([0x08, 1])

/** Temporal says that its frontend serves, by the health protocol of gRPC: the application has no client of it. */
export function temporalServes(address: string, ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const { tls } = temporal
    const certificates = tls && { ca: tls.ca, cert: tls.crt, key: tls.key, ...(tls.serverName && { servername: tls.serverName }) }
    const session = connect(`${tls ? 'https' : 'http'}://${address}`, { ...certificates })
    const answer: Buffer[] = []
    const end = (serves: boolean) => {
      clearTimeout(tooLate)
      session.destroy()
      resolve(serves)
    }
    const tooLate = setTimeout(end, ms, false)
    session.on('error', () => end(false))
    const call = session.request({ ':method': 'POST', ':path': '/grpc.health.v1.Health/Check', 'content-type': 'application/grpc', 'te': 'trailers' })
    call.on('data', (chunk: Buffer) => answer.push(chunk))
    call.on('error', () => end(false))
    call.on('end', () => end(Buffer.concat(answer).subarray(5).equals(SERVING)))
    call.end(REQUEST)
  })
}
