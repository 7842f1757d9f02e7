import { expect, test } from "vitest";
import { Product, PASSWORD } from "./product.ts";
import { Rig } from "./rig.ts";

const rig = new Rig();

test("the first sign-in changes the initial password", async () => {
  const product = await Product.start("small");
  try {
    const page = await rig.open("/manage", {}, product.ready.url);
    await page.locator("input[name=user]").fill("admin");
    await page.locator("input[name=password]").fill("wrong");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").waitFor();
    await page.locator("input[name=password]").fill(product.ready.password ?? "");
    await page.keyboard.press("Enter");
    await page.locator("input[name=old]").fill(product.ready.password ?? "");
    await page.locator("input[name=fresh]").fill(PASSWORD);
    await page.locator("input[name=again]").fill(PASSWORD);
    await page.keyboard.press("Enter");
    await page.locator("form.gate").waitFor({ state: "detached" });
    expect(await page.locator("main").count()).toBe(1);
    await rig.close(page);
  } finally {
    await product.stop();
  }
});
