// Reads points with node-opcua, a client that knows nothing of this project.
// Standard input:  {"endpoint","user","password","points":["<point id>", ...]}
// Standard output: one line {"values":{"<point id>":{"value","status","sourceTime"}}}, source time in epoch ms
import { createRequire } from 'node:module'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readInput, writeOutput, modulesFolder } from './io.mjs'

const require = createRequire(modulesFolder())
const {
  OPCUAClient, MessageSecurityMode, SecurityPolicy, UserTokenType, AttributeIds
} = require('node-opcua-client')
const { OPCUACertificateManager } = require('node-opcua-certificate-manager')

const NAMESPACE = 'urn:campustwin:devices'
const input = await readInput()
const pki = mkdtempSync(join(tmpdir(), 'campus-opcua-'))
try {
  const certificates = new OPCUACertificateManager({ rootFolder: pki, automaticallyAcceptUnknownCertificate: true })
  await certificates.initialize()
  const client = OPCUAClient.create({
    applicationName: 'campus-foreign-peer',
    clientCertificateManager: certificates,
    securityMode: MessageSecurityMode.SignAndEncrypt,
    securityPolicy: SecurityPolicy.Basic256Sha256,
    endpointMustExist: false,
    connectionStrategy: { maxRetry: 2, initialDelay: 200, maxDelay: 1000 }
  })
  await client.connect(input.endpoint)
  const session = await client.createSession({
    type: UserTokenType.UserName, userName: input.user, password: input.password
  })
  const index = (await session.readNamespaceArray()).indexOf(NAMESPACE)
  if (index < 0) throw new Error(`no namespace ${NAMESPACE} at ${input.endpoint}`)
  const read = await session.read(
    input.points.map((point) => ({ nodeId: `ns=${index};s=${point}`, attributeId: AttributeIds.Value }))
  )
  const values = {}
  input.points.forEach((point, i) => {
    values[point] = {
      value: read[i].value.value ?? null,
      status: read[i].statusCode.name,
      sourceTime: read[i].sourceTimestamp?.getTime() ?? 0
    }
  })
  await session.close()
  await client.disconnect()
  await certificates.dispose()
  writeOutput({ values })
} finally {
  rmSync(pki, { recursive: true, force: true })
}
