import { randomBytes, randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { ApplicationFailure, defaultPayloadConverter } from '@temporalio/common'
import {
  decodeOptionalFailureToOptionalError,
  encodeErrorToFailure,
  loadDataConverter,
} from '@temporalio/common/lib/internal-non-workflow/index.js'
import { dataConverter } from '#workflows/client'
import { EncryptionCodec } from '#workflows/codec'

const codecOf = (key = randomBytes(32)) => new EncryptionCodec(key.toString('base64'))
const payloadOf = (value: unknown) => defaultPayloadConverter.toPayload(value)!
const text = (payload: { data?: Uint8Array | null }) => Buffer.from(payload.data!).toString('latin1')

test.group('The payload codec', () => {
  test('hides a payload and gives it back', async ({ assert }) => {
    const codec = codecOf()
    const id = randomUUID()
    const [sealed] = await codec.encode([payloadOf({ id })])

    assert.notInclude(text(sealed!), id)
    assert.equal(Buffer.from(sealed!.metadata!.encoding!).toString(), 'binary/encrypted')
    const [opened] = await codec.decode([sealed!])
    assert.deepEqual(defaultPayloadConverter.fromPayload(opened!), { id })
  })

  test('gives back a value of nothing at all', async ({ assert }) => {
    const codec = codecOf()
    const [opened] = await codec.decode(await codec.encode([payloadOf(undefined)]))
    assert.isUndefined(defaultPayloadConverter.fromPayload(opened!))
  })

  test('never seals the same payload twice in the same way', async ({ assert }) => {
    const sealed = await codecOf().encode([payloadOf('one'), payloadOf('one')])
    assert.notEqual(text(sealed[0]!), text(sealed[1]!))
  })

  test('refuses what was changed on the way, and what another key sealed', async ({ assert }) => {
    const codec = codecOf()
    const [sealed] = await codec.encode([payloadOf('one')])
    const changed = Buffer.from(sealed!.data!)
    changed[changed.length - 1]! ^= 1

    await assert.rejects(() => codec.decode([{ ...sealed, data: changed }]))
    await assert.rejects(() => codecOf().decode([sealed!]))
  })

  test('leaves alone a payload that it did not seal', async ({ assert }) => {
    const plain = payloadOf('one')
    assert.deepEqual(await codecOf().decode([plain]), [plain])
  })

  test('hides the words and the stack of an error, and gives them back', async ({ assert }) => {
    const loaded = loadDataConverter(dataConverter)
    const error = ApplicationFailure.retryable('550 Aurélie Le Guern <aurelie@essai.example> is unknown')
    const failure = await encodeErrorToFailure(loaded, error)

    assert.equal(failure.message, 'Encoded failure')
    assert.notMatch(`${failure.message} ${failure.stackTrace}`, /Aur|essai|spec\.ts/)
    assert.equal(Buffer.from(failure.encodedAttributes!.metadata!.encoding!).toString(), 'binary/encrypted')
    assert.equal((await decodeOptionalFailureToOptionalError(loaded, failure))!.message, error.message)
  })

  test('wants a key of 32 bytes', ({ assert }) => {
    assert.throws(() => new EncryptionCodec('dG9vIHNob3J0'), /32 bytes/)
  })
})
