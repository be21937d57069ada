import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

// RFC 5321, 4.1.1.4.
const END_OF_MAIL = '\r\n.\r\n'

/** The road between the worker and the mail server: it can be cut, or end just after the server has taken a mail. */
export class MailRoad {
  #server = createServer((client) => this.#carry(client))
  #sockets = new Set<Socket>()
  #afterMail: (() => unknown) | undefined
  /** Times that the worker came to a closed road. */
  turnedAway = 0
  state: 'open' | 'refusing' | 'silent' = 'open'

  static async build() {
    const road = new MailRoad()
    road.#server.listen(0, '127.0.0.1')
    await once(road.#server, 'listening')
    return road
  }

  get url() {
    return `smtp://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Once the server has taken the next mail, and before the worker hears it. */
  afterNextMail(crash: () => unknown) {
    this.#afterMail = crash
  }

  async close() {
    for (const socket of this.#sockets) socket.destroy()
    this.#server.close()
  }

  #carry(client: Socket) {
    this.#keep(client)
    if (this.state !== 'open') {
      this.turnedAway += 1
      if (this.state === 'refusing') client.end('554 No mail today\r\n')
      else client.destroy()
      return
    }
    const { hostname, port } = new URL(process.env.SMTP_URL!)
    const server = this.#keep(connect({ host: hostname, port: Number(port) }))
    let isJudged = false
    // The end of a mail may come in a piece of its own.
    let end = ''
    client.on('data', (chunk) => {
      end = (end + chunk.toString('latin1')).slice(-END_OF_MAIL.length)
      isJudged = end === END_OF_MAIL
      server.write(chunk)
    })
    server.on('data', (chunk) => {
      if (isJudged && chunk.toString().startsWith('250')) {
        isJudged = false
        const crash = this.#afterMail
        this.#afterMail = undefined
        if (crash) return void crash()
      }
      client.write(chunk)
    })
    client.on('close', () => server.end())
    server.on('close', () => client.end())
  }

  #keep(socket: Socket) {
    this.#sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => this.#sockets.delete(socket))
    return socket
  }
}
