// Types of the API, from the document that the server's own tests are held to.
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import openapi, { astToString } from "openapi-typescript";

const document = new URL("../../twin-server/server/src/main/resources/openapi/openapi.json", import.meta.url);
const types = new URL("../target/generated/api.d.ts", import.meta.url);
const time = (url) =>
  stat(url).then(
    (found) => found.mtimeMs,
    () => 0,
  );

if ((await time(types)) < (await time(document))) {
  await mkdir(new URL(".", types), { recursive: true });
  await writeFile(types, astToString(await openapi(JSON.parse(await readFile(document, "utf8")))));
}
