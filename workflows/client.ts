import { fileURLToPath } from 'node:url'
import config from '#config/temporal'
import env from '#start/env'
import { Client, Connection } from '@temporalio/client'
import type { DataConverter } from '@temporalio/common'
import { EncryptionCodec } from '#workflows/codec'

const { tls, ...names } = config

/** Of the client and of the worker alike. */
export const temporal = {
  address: env.get('TEMPORAL_ADDRESS'),
  ...names,
  tls: tls && {
    serverRootCACertificate: tls.ca,
    clientCertPair: tls.crt && tls.key && { crt: tls.crt, key: tls.key },
    serverNameOverride: tls.serverName,
  },
}

export const failureConverterPath = fileURLToPath(new URL('failure_converter.ts', import.meta.url))

export const dataConverter: DataConverter = {
  failureConverterPath,
  payloadCodecs: [new EncryptionCodec(env.get('PAYLOAD_KEY').release())],
}

// By default two minutes may pass after an outage before the next try.
const RECONNECT = { 'grpc.initial_reconnect_backoff_ms': 500, 'grpc.max_reconnect_backoff_ms': 5000 }

/** A client that connects at its first call, and again after an outage. */
export function createClient(address = temporal.address) {
  const connection = Connection.lazy({ address, tls: temporal.tls, channelArgs: RECONNECT })
  return new Client({ connection, namespace: temporal.namespace, dataConverter })
}
