// The page of a checked article as people meet it: by pointer, keyboard, phone, paper and screen
// reader, in light and dark, without a network and without script.

import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { PHONE, WIDE, closed, faults, opened as open_file, overflow, scriptless } from "./browser.mjs";

const file = process.env.PAGE;
const opened = (...how) => open_file(file, ...how);
const picture = (page, name) =>
  page.screenshot({ path: join(process.env.PICTURES, `article-page-${name}.png`) });
const findings = page => page.$eval("#findings", it => JSON.parse(it.textContent));
const open = page => page.$$eval(".card.open", cards => cards.map(card => card.id));
// What a figure's mark must be, from its verdict alone.
const stateOf = ({ verdict }) =>
  verdict === null ? "not-checkable"
    : ["contradicted", "in_conflict"].includes(verdict) ? "wrong"
    : ["consistent", "compatible", "unexplained"].includes(verdict) ? verdict
    : "undetermined";

test("one small file", () => assert.ok(statSync(file).size < 300_000));

test("a click opens the card of its figure, and the members of its conflict light up", async () => {
  const page = await opened(WIDE);
  const { figures, conflicts } = await findings(page);
  for (const figure of figures) {
    await page.click(`#${figure.id} .figure`);
    assert.deepEqual(await open(page), [`card-${figure.id}`]);
    const lit = await page.$$eval(".mark.lit", marks => marks.map(mark => mark.id));
    const members = figure.conflict === null ? [] : conflicts[figure.conflict].members;
    assert.deepEqual(lit, members.filter(id => /^f\d+$/.test(id)), figure.text);
    const gap = await page.$(`#card-${figure.id} .gap`);
    const ends = [...(figure.stated ?? []), ...(figure.computed ?? [])];
    const apart = ends.length === 4 && ends.every(end => end !== null)
      && (+ends[1] < +ends[2] || +ends[3] < +ends[0]);
    assert.equal(gap !== null, apart, figure.text);
  }
  assert.ok(figures.some(figure => figure.conflict !== null));
  // From a member to its figure.
  const joined = conflicts.findIndex(({ members }) => members.filter(id => /^f\d+$/.test(id)).length > 1);
  const [first, second] = conflicts[joined].members.filter(id => /^f\d+$/.test(id));
  await page.click(`#${first} .figure`);
  await page.click(`#card-${first} .member[href='#${second}']`);
  assert.deepEqual(await open(page), [`card-${second}`]);
  await picture(page, "conflict");
  await closed(page);
});

test("every figure is reached by the keyboard, and its card by Enter and left by Escape", async () => {
  const page = await opened(WIDE);
  const { figures } = await findings(page);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  for (const figure of figures) {
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.id), figure.id);
    assert.deepEqual(await open(page), [`card-${figure.id}`]);
    const outline = await page.$eval(`#${figure.id}`, it => getComputedStyle(it).outlineStyle);
    assert.equal(outline, "solid");
  }
  const last = figures.at(-1).id;
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), `card-${last}`);
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement.id), last);
  await page.keyboard.press("Escape");
  assert.deepEqual(await open(page), []);
  await closed(page);
});

test("filters count what the findings say, and take marks out of sight and out of the tab order", async () => {
  const page = await opened(WIDE);
  const { figures, counts } = await findings(page);
  for (const state of Object.keys(counts)) {
    const own = figures.filter(figure => stateOf(figure) === state).map(figure => figure.id);
    assert.equal(counts[state], own.length, state);
    const label = await page.textContent(`label.${state} b`);
    assert.equal(label, String(own.length));
    const filter = page.locator(`#show-${state}`);
    await filter.focus();
    await page.keyboard.press("Space");
    const glyphs = await page.$$eval(".mark .glyph", all =>
      all.filter(it => it.checkVisibility()).map(it => it.parentElement.id));
    assert.deepEqual(glyphs, figures.map(figure => figure.id).filter(id => !own.includes(id)));
    const reachable = await page.$$eval(".mark", all =>
      all.filter(it => it.tabIndex >= 0).map(it => it.id));
    assert.deepEqual(reachable, glyphs);
    await page.keyboard.press("Space");
  }
  await closed(page);
});

test("a glyph and a line of its own for each state, so that nothing rests on a colour", async () => {
  const page = await opened(WIDE);
  const { figures } = await findings(page);
  const lines = {
    "consistent": ["✓", "solid"], "compatible": ["≈", "dashed"], "wrong": ["✗", "double"],
    "undetermined": ["?", "dotted"], "unexplained": ["?", "dotted"], "not-checkable": ["–", "solid"],
  };
  for (const figure of figures) {
    const found = await page.$eval(`#${figure.id}`, it =>
      [it.querySelector(".glyph").textContent, getComputedStyle(it).textDecorationStyle]);
    assert.deepEqual(found, lines[stateOf(figure)], figure.text);
  }
  await closed(page);
});

test("a planted fault of accessibility is found, and a planted script does not run", async () => {
  const page = await opened(WIDE);
  await page.evaluate(() => {
    document.querySelector("#f1").setAttribute("aria-hidden", "true");
    const script = document.createElement("script");
    script.textContent = "window.planted = true";
    document.body.append(script);
  });
  assert.match((await faults(page)).join(), /aria-hidden-focus/);
  assert.equal(await page.evaluate(() => window.planted), undefined);
  assert.match(page.complaints.splice(0).join(), /Content Security Policy/);
  await closed(page);
});

for (const [scheme, viewport, name] of [
  ["light", WIDE, "light"], ["dark", WIDE, "dark"], ["light", PHONE, "phone"], ["dark", PHONE, "phone-dark"],
]) {
  test(`no fault of accessibility: ${name}`, async () => {
    const page = await opened(viewport, { colorScheme: scheme });
    const { figures } = await findings(page);
    const check = async () => assert.deepEqual(await faults(page), []);
    await check();
    const kinds = new Map(figures.map(figure => [stateOf(figure), figure]));
    for (const figure of kinds.values()) {
      await page.click(`#${figure.id} .figure`);
      await check();
    }
    if (scheme === "dark") {
      const [ink, paper] = await page.evaluate(() => {
        const { color, backgroundColor } = getComputedStyle(document.documentElement);
        return [color, backgroundColor].map(it => +it.match(/\d+/)[0]);
      });
      assert.ok(ink > 200 && paper < 50);
    }
    const wrong = figures.find(figure => stateOf(figure) === "wrong");
    await page.click(`#${wrong.id} .figure`);
    await page.mouse.move(0, 0);
    await picture(page, name);
    await closed(page);
  });
}

test("at 400 pixels nothing is cut off, and the figure stays in sight above its card", async () => {
  const page = await opened(PHONE);
  const { figures } = await findings(page);
  assert.ok(await overflow(page) <= 0);
  for (const figure of figures) {
    await page.locator(`#${figure.id}`).focus();
    assert.ok(await overflow(page) <= 0);
    const [mark, card] = await page.evaluate(id => {
      const place = it => it.getBoundingClientRect();
      return [place(document.getElementById(id)), place(document.querySelector(".cards"))];
    }, figure.id);
    assert.ok(mark.top >= 0 && mark.bottom <= card.top, `${figure.text} is behind its card`);
    const wide = await page.$eval(".cards", it => it.scrollWidth - it.clientWidth);
    assert.ok(wide <= 0, `${figure.text}: the card is too wide`);
  }
  await page.click(".close");
  assert.deepEqual(await open(page), []);
  await closed(page);
});

test("an address of a card opens it", async () => {
  const page = await opened(WIDE, {}, "#card-f2");
  assert.deepEqual(await open(page), ["card-f2"]);
  await closed(page);
});

test("on paper the cards are notes with numbers, all of them", async () => {
  const page = await opened(WIDE);
  const { figures } = await findings(page);
  await page.emulateMedia({ media: "print" });
  const seen = await page.$$eval(".card", cards => cards.filter(it => it.checkVisibility()).length);
  assert.equal(seen, figures.length);
  const numbers = await page.$$eval(".mark .number", all =>
    all.filter(it => it.checkVisibility()).map(it => it.textContent));
  assert.deepEqual(numbers, figures.map((_, place) => String(place + 1)));
  const paper = await page.pdf({ format: "A4", margin: { top: "1.5cm", bottom: "1.5cm", left: "1.5cm", right: "1.5cm" } });
  assert.equal(paper.subarray(0, 5).toString(), "%PDF-");
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 800, height: 1130 });
  await picture(page, "print");
  await closed(page);
});

test("without script every card stands behind the text, and marks lead to them", async () => {
  const page = await scriptless(file);
  const marks = await page.locator(".mark").count();
  assert.ok(marks > 0);
  assert.equal(await page.locator(".card:visible").count(), marks);
  await page.locator("#f1").click();
  assert.ok(page.url().endsWith("#card-f1"));
  await page.locator("#show-consistent").uncheck();
  assert.equal(await page.locator(".card.consistent:visible").count(), 0);
});
