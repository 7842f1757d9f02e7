// What the scripts share: one JSON document in, one line of JSON out, and where the packages are.
import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'

export async function readInput () {
  return JSON.parse(await text(process.stdin))
}

/** Libraries may print too; the document is the last line. */
export function writeOutput (document) {
  process.stdout.write('\n' + JSON.stringify(document) + '\n')
}

/** Folder of the installed packages: the first argument. */
export function modulesFolder () {
  return pathToFileURL(resolve(process.argv[2], 'package.json')).href
}
