import { fileURLToPath } from 'node:url'
import env from '#start/env'
import { Client, Connection } from '@temporalio/client'
import type { DataConverter } from '@temporalio/common'
import { EncryptionCodec } from '#workflows/codec'

export const temporal = {
  address: env.get('TEMPORAL_ADDRESS'),
  namespace: env.get('TEMPORAL_NAMESPACE', 'default'),
  taskQueue: env.get('TEMPORAL_TASK_QUEUE', 'ostra'),
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
  const connection = Connection.lazy({ address, channelArgs: RECONNECT })
  return new Client({ connection, namespace: temporal.namespace, dataConverter })
}
