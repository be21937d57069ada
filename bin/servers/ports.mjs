import { createServer } from 'node:net'

// A server may listen on one of these only, and leave the others free to bind.
const ADDRESSES = ['127.0.0.1', '0.0.0.0', '::1', '::']
const given = new Set()

/** The preferred port if nobody has it, else a neighbour that is free (3343, 3353…), the same at each start. */
async function choosePort(preferred) {
  for (let port = preferred; port < preferred + 200; port += 10) {
    if (await isFree(port)) return give(port)
  }
  return anyPort()
}

/** The ports of several servers, with a word about each that could not be had. */
export async function chooseNamedPorts(preferred) {
  const chosen = {}
  for (const [name, port] of Object.entries(preferred)) {
    chosen[name] = await choosePort(port)
    if (chosen[name] !== port) console.log(`  Port ${port} is taken: ${name} has ${chosen[name]}`)
  }
  return chosen
}

/** Ports that nobody prefers, for servers that live as long as a test run. */
export async function anyPorts(...names) {
  const chosen = {}
  for (const name of names) chosen[name] = await anyPort()
  return chosen
}

async function anyPort() {
  for (;;) {
    const port = await portOfTheSystem()
    if (await isFree(port)) return give(port)
  }
}

async function isFree(port) {
  if (given.has(port)) return false
  for (const address of ADDRESSES) {
    if (!(await canListen(port, address))) return false
  }
  return true
}

function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer()
    // An address that this machine has not (no IPv6) hides nobody.
    server.on('error', (error) => resolve(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL'].includes(error.code)))
    server.listen({ port, host, exclusive: true, ipv6Only: host === '::' }, () => server.close(() => resolve(true)))
  })
}

function portOfTheSystem() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

function give(port) {
  given.add(port)
  return port
}
