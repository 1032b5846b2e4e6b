// What the tests of the page share: the pages, made by the program, and a browser that watches what they do.
//   PROGRAM    the program           MODULES   the folder with node_modules
//   SCRATCH    a folder that is made anew, for the pages and for what they look like
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { PROGRAM, MODULES, SCRATCH } = process.env;
const require = createRequire(join(MODULES, 'package.json'));
const { chromium } = require('playwright-core');

export const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
export const languages = ['nl', 'en'];

rmSync(SCRATCH, { recursive: true, force: true });
mkdirSync(SCRATCH, { recursive: true });

export const folder = (name) => join(SCRATCH, name);
export const address = (name) => `file://${folder(name)}/report.html`;
export const results = (name) => JSON.parse(readFileSync(join(folder(name), 'results.json'), 'utf8'));
export const pageText = (name) => readFileSync(join(folder(name), 'report.html'), 'utf8');

export function program(...words) {
  return execFileSync(PROGRAM, words, { encoding: 'utf8' });
}

export function compare(name, ...words) {
  program('compare', '--quiet', '--out', folder(name), ...words);
}

// A copy of a folder whose results are changed; the manifest is made to agree, as if the program had found them.
export function changed(from, name, change, ...words) {
  cpSync(folder(from), folder(name), { recursive: true });
  const found = results(from);
  change(found);
  const text = `${JSON.stringify(found, null, 1)}\n`;
  writeFileSync(join(folder(name), 'results.json'), text);
  const manifestFile = join(folder(name), 'manifest.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  const entry = manifest.files.find((file) => file.name === 'results.json');
  entry.sha256 = createHash('sha256').update(text).digest('hex');
  writeFileSync(manifestFile, JSON.stringify(manifest));
  program('report', folder(name), ...words);
}

export function launch(args = []) {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args });
}

// The page in a language as it is at first, opened once; for tests that only look. At `width` its charts are drawn anew.
const shown = {};
export async function look(browser, language, width = 1280) {
  shown[language] ??= await open(browser, language);
  const { page } = shown[language];
  await page.setViewportSize({ width, height: 900 });
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.plot')].every(
      (plot) => Number(plot.querySelector('svg').getAttribute('width')) === plot.clientWidth,
    ),
  );
  return shown[language];
}

// A page that keeps what it asks for and what it says; `said` must stay empty.
export async function open(browser, name, { width = 1280, hash = '', script = true, drawn = script } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: script });
  const page = await context.newPage();
  const watch = { page, requests: [], said: [] };
  page.on('request', (request) => watch.requests.push(request.url()));
  page.on('console', (message) => watch.said.push(message.text()));
  page.on('pageerror', (error) => watch.said.push(error.message));
  page.on('dialog', (dialog) => {
    watch.said.push(dialog.message());
    dialog.dismiss();
  });
  await page.goto(address(name) + hash);
  if (drawn)
    await page.waitForFunction(() => document.documentElement.dataset.drawn === 'all', null, { timeout: 20000 });
  watch.close = () => context.close();
  return watch;
}
