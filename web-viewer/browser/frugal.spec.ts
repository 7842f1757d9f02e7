import { expect, test } from "vitest";
import { Rig } from "./rig.ts";

const rig = new Rig();

test("the visitor's first picture comes over a slow line, and nothing from elsewhere", async () => {
  const page = await rig.open("/manage", { width: 1280, height: 720 });
  const client = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  await client.send("Network.setCacheDisabled", { cacheDisabled: true });
  await client.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: 1.6e6 / 8,
    uploadThroughput: 750e3 / 8,
  });
  const origins = new Set<string>();
  let scripts = 0;
  page.on("request", (request) => origins.add(new URL(request.url()).origin));
  client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (wanted.has(requestId)) scripts += encodedDataLength;
  });
  const wanted = new Set<string>();
  client.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") wanted.add(requestId);
  });
  await page.goto(rig.url);
  await page.waitForFunction(() => performance.getEntriesByName("first-picture").length > 0);
  const millis = await page.evaluate(() => performance.getEntriesByName("first-picture")[0]?.startTime ?? 0);
  console.log(`first picture after ${Math.round(millis)} ms, scripts ${scripts} bytes`);
  expect([...origins].map((origin) => origin.replace(/^data:$|^blob:.*/, rig.url))).toEqual([
    new URL(rig.url).origin,
  ]);
  expect(scripts).toBeGreaterThan(50_000);
  expect(scripts).toBeLessThanOrEqual(250 * 1024);
  await rig.close(page);
});
