// Reads and writes objects with @bacnet-js/client, a client that knows nothing of this project.
// Standard input:  {"devices":[{"instance","host","port"}...],"read":[<object>...],"write":{<object>,"value","priority"}?}
//                  with <object> = "device":<instance>,"type":"binary-output","instance":<n>
//                  (for "write" a value of null gives the slot up)
//                  or {"discover":{"host","port","foreign":<bool>,"expected":<number of devices>}}
// Standard output: one line {"values":{"<device>/<type>/<n>":<present value>},"priorityArray":[16 values]?}
//                  or {"discovered":[<instance>...]}
import { createRequire } from 'node:module'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { readInput, writeOutput, modulesFolder } from './io.mjs'

const require = createRequire(modulesFolder())
const { default: Client, ObjectType, PropertyIdentifier, ApplicationTag } = require('@bacnet-js/client')

const input = await readInput()
const client = new Client({ port: await freePort(), interface: '127.0.0.1', apduTimeout: 3000 })
await once(client, 'listening')
try {
  writeOutput(input.discover ? { discovered: await discover(input.discover) } : await readAndWrite(input))
} finally {
  client.close()
}

/** Asks again every second, as a datagram may be lost, until all have answered or 10 s are over. */
async function discover ({ host, port, foreign, expected }) {
  const relay = { address: `${host}:${port}` }
  const found = new Set()
  client.on('iAm', ({ payload }) => found.add(payload.deviceId))
  if (foreign) await client.registerForeignDevice(relay, 60)
  for (let tenth = 0; tenth < 100 && found.size < expected; tenth++) {
    if (tenth % 10 === 0) foreign ? client.whoIsThroughBBMD(relay) : client.whoIs(relay)
    await setTimeout(100)
  }
  return [...found]
}

async function readAndWrite ({ devices, read, write: wanted }) {
  const found = new Map(devices.map(({ instance, host, port }) => [instance, { address: `${host}:${port}` }]))
  const output = { values: {} }
  for (const object of read) {
    output.values[`${object.device}/${object.type}/${object.instance}`] = await presentValue(found, object)
  }
  if (wanted) {
    await write(found.get(wanted.device), wanted)
    output.priorityArray = await priorities(found.get(wanted.device), wanted)
  }
  return output
}

async function presentValue (found, object) {
  const answer = await client.readProperty(found.get(object.device), id(object), PropertyIdentifier.PRESENT_VALUE)
  return answer.values[0].value
}

async function write (receiver, object) {
  const value = object.value === null
    ? { type: ApplicationTag.NULL, value: null }
    : { type: tag(object.type), value: object.value }
  await client.writeProperty(receiver, id(object), PropertyIdentifier.PRESENT_VALUE, [value], { priority: object.priority })
}

async function priorities (receiver, object) {
  const answer = await client.readProperty(receiver, id(object), PropertyIdentifier.PRIORITY_ARRAY)
  return answer.values.map((slot) => slot.value)
}

function id (object) {
  const type = ObjectType[object.type.toUpperCase().replaceAll('-', '_')]
  if (type === undefined) throw new Error(`unknown object type ${object.type}`)
  return { type, instance: object.instance }
}

function tag (type) {
  if (type.startsWith('analog')) return ApplicationTag.REAL
  return type.startsWith('binary') ? ApplicationTag.ENUMERATED : ApplicationTag.UNSIGNED_INTEGER
}

/** The library takes port 0 for 47808, so a free one is looked for first. */
async function freePort () {
  const socket = createSocket('udp4')
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address()
  socket.close()
  await once(socket, 'close')
  return port
}
