// The page of a company as people meet it: by pointer, keyboard, phone and paper, in light and dark,
// without a network and without script.

import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { PHONE, WIDE, closed, faults, opened as open_file, overflow, scriptless } from "./browser.mjs";

const file = process.env.COMPANY_PAGE;
const opened = (...how) => open_file(file, ...how);
const picture = (page, name) =>
  page.screenshot({ path: join(process.env.PICTURES, `company-page-${name}.png`), fullPage: true });
const shown = page => page.$$eval("caption", all =>
  all.filter(it => it.checkVisibility()).map(it => it.textContent));

test("the file is small", () => assert.ok(statSync(file).size < 300_000));

for (const colorScheme of ["light", "dark"]) {
  test(`axe-core finds nothing in ${colorScheme}`, async () => {
    const page = await opened(WIDE, { colorScheme });
    assert.deepEqual(await faults(page), []);
    await picture(page, colorScheme);
    await closed(page);
  });
}

test("the arrow keys switch between restated and first figures", async () => {
  const page = await opened(WIDE);
  assert.deepEqual(await shown(page), ["Quarters as last restated"]);
  await page.locator("#show-latest").focus();
  await page.keyboard.press("ArrowRight");
  assert.deepEqual(await shown(page), ["Quarters as first filed"]);
  await closed(page);
});

test("the switch needs no script", async () => {
  const page = await scriptless(file);
  await page.locator("label[for=show-first]").click();
  assert.equal(await page.locator(".first table").isVisible(), true);
  assert.equal(await page.locator(".latest table").isVisible(), false);
});

test("every bar is as high as its figure is of the highest", async () => {
  const page = await opened(WIDE);
  const row = page.locator(".latest tr", { has: page.locator("th", { hasText: /^revenue/ }) });
  const figures = (await row.locator("td a[href^=https]").allTextContents())
    .map(text => Number(text.replaceAll(",", "")));
  const heights = await page.locator("figure").first().locator(".bar")
    .evaluateAll(bars => bars.map(bar => Number(bar.getAttribute("height"))));
  assert.ok(figures.length > 3);
  assert.equal(heights.length, figures.length);
  const [most, highest] = [Math.max(...figures), Math.max(...heights)];
  figures.forEach((figure, at) => {
    assert.ok(Math.abs(heights[at] / highest - figure / most) < 0.001, `${figure}`);
  });
  await closed(page);
});

test("a derived figure is marked in the table and on its bar", async () => {
  const page = await opened(WIDE);
  const row = page.locator(".latest tr", { has: page.locator("th", { hasText: /^revenue/ }) });
  const derived = await row.locator("td.derived").count();
  assert.ok(derived > 0);
  assert.equal(await page.locator("figure").first().locator(".derived").count(), derived);
  await closed(page);
});

test("at 400 pixels nothing but tables and charts scrolls sideways", async () => {
  const page = await opened(PHONE);
  assert.ok(await overflow(page) <= 0);
  await closed(page);
});

test("on paper the table and the charts are there", async () => {
  const page = await opened(WIDE);
  const paper = await page.pdf({ format: "A4", landscape: true });
  assert.equal(paper.subarray(0, 5).toString(), "%PDF-");
  await closed(page);
});
