import { test } from '@japa/runner'
import { LINK_MINUTES } from '#identity/rules/account_links'
import { clientOf, LADDERS, waitAfter, waitsOf } from '#identity/rules/throttle'

const LADDER = { free: 3, first: 10, longest: 60, memory: 3600 }

test.group('The wait after a try', () => {
  test('is none while tries are free, then doubles up to the longest', ({ assert }) => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 50].map((tries) => waitAfter(tries, LADDER))
    assert.deepEqual(waits, [0, 0, 10, 20, 40, 60, 60, 60])
  })

  test('is written out until it grows no more', ({ assert }) => {
    assert.deepEqual(waitsOf(LADDER), [0, 0, 10, 20, 40, 60])
  })

  test('lets an account be guessed on unknown devices little more than a hundred times a day', ({ assert }) => {
    const { sign_in_account: ladder } = LADDERS
    let seconds = 0
    let tries = 0
    while (seconds < 24 * 3600) seconds += waitAfter(++tries, ladder)
    assert.isBelow(tries, 106)
  })

  test('for another mail is always shorter than the life of the link already sent', ({ assert }) => {
    assert.isBelow(LADDERS.link_account.longest, Math.min(...Object.values(LINK_MINUTES)) * 60)
  })

  test('is as long as it gets before what was counted is forgotten', ({ assert }) => {
    for (const [name, { longest, memory }] of Object.entries(LADDERS)) assert.isBelow(longest, memory, name)
  })
})

test.group('A client', () => {
  test('{address} is {client}')
    .with([
      { address: '192.0.2.7', client: '192.0.2.7' },
      { address: '::ffff:192.0.2.7', client: '192.0.2.7' },
      { address: '2001:db8:1:2:3:4:5:6', client: '2001:db8:1:2::/64' },
      { address: '2001:0DB8:0001:0002::1', client: '2001:db8:1:2::/64' },
      { address: '2001:db8::9', client: '2001:db8:0:0::/64' },
      { address: '::1', client: '0:0:0:0::/64' },
      { address: 'fe80::1%eth0', client: 'fe80:0:0:0::/64' },
    ])
    .run(({ assert }, { address, client }) => {
      assert.equal(clientOf(address), client)
    })
})
