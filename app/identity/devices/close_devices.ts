import { sessionsOf } from '#identity/devices/sessions'
import { asHolder, recordOf, type Holder } from '#identity/second_factor/holder'

/** Signs one device out: its next request finds no session. False when it was gone already. */
export async function closeDevice(holder: Holder, handle: string): Promise<boolean> {
  return asHolder(holder, async (trx) => {
    const closed = await sessionsOf(holder, trx).where('handle', handle).delete()
    if (Number([closed].flat()[0]) === 0) return false
    await recordOf(trx, holder, 'closed')
    return true
  })
}

/** Signs every device out but the one of this session. */
export async function closeOtherDevices(holder: Holder, sessionId: string) {
  await asHolder(holder, async (trx) => {
    await sessionsOf(holder, trx).whereNot('id', sessionId).delete()
    await recordOf(trx, holder, 'others_closed')
  })
}
