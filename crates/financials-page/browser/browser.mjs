// A browser without a network, for the tests of pages: a page that complains of nothing, and what
// axe-core finds on it.

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, before } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
export const WIDE = { width: 1280, height: 900 };
export const PHONE = { width: 400, height: 800 };
const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
const options = { executablePath: browser(), args: FLAGS };

// What CHROMIUM names, or the first browser of these names on the PATH.
function browser() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const names = ["chromium", "chromium-browser", "google-chrome"];
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
  assert(found, `no ${names.join(", ")} on the PATH: name one in CHROMIUM`);
  return found;
}

let profile, context, other;

before(async () => {
  profile = mkdtempSync(join(tmpdir(), "page-"));
  context = await chromium.launchPersistentContext(profile, { ...options, offline: true });
});
after(async () => {
  await context?.close();
  await other?.close();
  if (profile) rmSync(profile, { recursive: true });
});

// A page that complains of nothing and asks the network for nothing.
export async function opened(file, viewport, media = {}, hash = "") {
  const page = await context.newPage();
  page.complaints = [];
  page.on("console", message => page.complaints.push(message.text()));
  page.on("pageerror", error => page.complaints.push(String(error)));
  page.on("request", request => {
    if (!request.url().startsWith("file:")) page.complaints.push(request.url());
  });
  await page.setViewportSize(viewport);
  await page.emulateMedia(media);
  await page.goto(pathToFileURL(file).href + hash);
  return page;
}

export async function closed(page) {
  assert.deepEqual(page.complaints, []);
  await page.close();
}

// A page that runs no script.
export async function scriptless(file) {
  other = await chromium.launch(options);
  const page = await other.newPage({ javaScriptEnabled: false, viewport: WIDE });
  await page.goto(pathToFileURL(file).href);
  return page;
}

// What axe-core finds wrong, by rule; brought in by the driver, as the page's policy lets no other
// script run.
export async function faults(page) {
  await page.evaluate(axe);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations } = await page.evaluate(tags => axe.run({ runOnly: tags }), tags);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(it => it.html).join("\n")}`);
}

export const overflow = page =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
