// What is drawn is what was found, can be told apart, and is not cut.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { languages, look, open, results } from './world.mjs';

const paper = 680; // pixels between the margins of A4
const half = (((297 - 30) / 25.4) * 96) / 2; // pixels: half of the height between them

function luminance([red, green, blue]) {
  const linear = (part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

// Texts of a chart that stick out of it, and pairs of them that cover each other.
function crowded() {
  const faults = [];
  for (const figure of document.querySelectorAll('figure')) {
    const room = figure.querySelector('.plot').getBoundingClientRect();
    const texts = [...figure.querySelectorAll('svg text')].map((text) => ({
      text: text.textContent,
      box: text.getBoundingClientRect(),
    }));
    for (const { text, box } of texts)
      if (
        box.left < room.left - 3 ||
        box.right > room.right + 3 ||
        box.top < room.top - 3 ||
        box.bottom > room.bottom + 3
      )
        faults.push(`${figure.dataset.chart}: cut: ${text}`);
    texts.forEach((one, at) => {
      for (const other of texts.slice(at + 1)) {
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (wide > 2 && high > 4) faults.push(`${figure.dataset.chart}: ${one.text} over ${other.text}`);
      }
    });
  }
  return faults;
}

export default (world) => {
  test('the lines stand where the numbers say', async () => {
    const { page } = await look(world.browser, 'nl');
    const json = results('nl');
    const paths = await page.evaluate(() =>
      [...document.querySelectorAll('figure[data-chart="lines"] svg path[stroke-width="3"]')].map((path) =>
        path.getAttribute('d'),
      ),
    );
    assert.equal(paths.length, json.scenarios.length);
    const target = await page.evaluate(() =>
      document
        .querySelector(
          'figure[data-chart="lines"] svg path[stroke-dasharray="9,6"], figure[data-chart="lines"] svg path[stroke="#111111"]',
        )
        .getAttribute('d'),
    );
    const heights = (path) => [...path.matchAll(/[ML,\s]*(-?[\d.]+)[ ,](-?[\d.]+)/g)].map(([, , y]) => Number(y));
    const quotum = heights(target)[0];
    const jobs = (at) =>
      json.scenarios[at].measures.find(({ key }) => key === 'jobs').years.map(({ value }) => value.median);
    assert.ok(jobs(0).every((value) => value === 0));
    const zero = heights(paths[0])[0];
    paths.forEach((path, at) => {
      const drawn = heights(path);
      assert.equal(drawn.length, jobs(at).length);
      jobs(at).forEach((value, year) => {
        const y = zero + (value / json.municipality.quotum_jobs) * (quotum - zero);
        assert.ok(Math.abs(drawn[year] - y) < 0.6, `${at} ${year}: ${drawn[year]} and ${y}`);
      });
    });
  });

  test('every series stands out from the background, and no two scenarios look alike', async () => {
    const { page } = await look(world.browser, 'nl');
    const marks = await page.evaluate(() => {
      const faint = getComputedStyle(document.documentElement).getPropertyValue('--banenplan-chart-line').trim();
      return [...document.querySelectorAll('figure svg path, figure svg text')].flatMap((mark) => {
        const style = getComputedStyle(mark);
        const own = (name) => Number(mark.getAttribute(name) ?? 1) * Number(mark.getAttribute('opacity') ?? 1);
        const found = [];
        if (style.stroke !== 'none')
          found.push({ colour: style.stroke, opacity: own('stroke-opacity'), raw: mark.getAttribute('stroke') });
        // The fill of a band is the room between two edges that are drawn themselves.
        if (style.fill !== 'none' && own('fill-opacity') > 0.5)
          found.push({ colour: style.fill, opacity: own('fill-opacity'), raw: mark.getAttribute('fill') });
        return found.filter(({ raw, opacity }) => raw !== faint && opacity > 0);
      });
    });
    assert.ok(marks.length > 300, marks.length);
    const white = 1.05;
    const seen = new Set();
    for (const { colour, opacity, raw } of marks) {
      const parts = colour.match(/[\d.]+/g).map(Number);
      const shown = parts.slice(0, 3).map((part) => part * opacity + 255 * (1 - opacity));
      if (shown.every((part) => part > 254)) continue; // white between bars, and letters on them
      seen.add(raw);
      assert.ok(white / (luminance(shown) + 0.05) >= 3, `${raw} at ${opacity}`);
    }
    assert.ok(seen.size >= 8, [...seen].join());
    const looks = await page.evaluate(() =>
      [...document.querySelectorAll('figure[data-chart="lines"] svg path[stroke-width="3"]')].map((path) => [
        path.getAttribute('stroke'),
        path.getAttribute('stroke-dasharray') ?? 'solid',
      ]),
    );
    assert.equal(new Set(looks.map(([colour]) => colour)).size, looks.length);
    assert.equal(new Set(looks.map(([, dash]) => dash)).size, looks.length);
  });

  for (const language of languages)
    for (const width of [390, 1280])
      test(`${language}: at ${width} pixels no word of a chart is cut or covered`, async () => {
        const { page } = await look(world.browser, language, width);
        assert.deepEqual(await page.evaluate(crowded), []);
      });

  for (const width of [390, 768, 1280, 1920])
    test(`at ${width} pixels the page is no wider than the screen, with all tables open`, async () => {
      const { page } = await look(world.browser, 'nl', width);
      const fold = (opened) =>
        page.evaluate((to) => document.querySelectorAll('details').forEach((one) => (one.open = to)), opened);
      await fold(true);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      await fold(false);
      assert.ok(wide <= width, `${wide}`);
    });

  test('on paper two figures fit on a page, and nothing is cut', async () => {
    const { page, close } = await open(world.browser, 'nl', { width: paper });
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const boxes = await page.evaluate(() =>
      [...document.querySelectorAll('figure')].map((figure) => ({
        chart: figure.dataset.chart,
        height: figure.getBoundingClientRect().height,
        right: figure.querySelector('svg').getBoundingClientRect().right,
      })),
    );
    for (const { chart, height, right } of boxes) {
      assert.ok(height <= half, `${chart}: ${height}`);
      assert.ok(right <= paper + 1, `${chart}: ${right}`);
    }
    assert.deepEqual(await page.evaluate(crowded), []);
    await close();
  });
};
