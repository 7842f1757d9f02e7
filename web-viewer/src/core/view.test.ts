import { expect, test } from "vitest";
import { createView, fromQuery, toQuery } from "./view.ts";

test("what is seen is a link, and the link shows it again", () => {
  const query = "at=A101&storey=A-1&heat=co2&mode=plan&minute=615";
  expect(toQuery(createView(query))).toBe(query);
  expect(toQuery(createView(""))).toBe("");
});

test("unusable parts of a link are left alone", () => {
  const view = createView("heat=magic&mode=8d&minute=99999&at=A101");
  expect(toQuery(view)).toBe("at=A101");
  fromQuery(view, "minute=abc");
  expect(view.minute.value).toBeNull();
});
