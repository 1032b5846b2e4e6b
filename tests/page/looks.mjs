// What the page looks like, for a person to look at; and that a municipality's own tokens are taken.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { changed, folder, look, open } from './world.mjs';

const looks = (name) => join(folder('.'), name);

export default (world) => {
  for (const width of [390, 1280])
    test(`a picture at ${width} pixels`, async () => {
      const { page } = await look(world.browser, 'nl', width);
      await page.screenshot({ path: looks(`page-${width}.png`), fullPage: true });
    });

  test('on a phone no word of a label beside a cell is broken', async () => {
    const { page } = await look(world.browser, 'nl', 390);
    const labels = await page.evaluate(() => {
      for (const one of document.querySelectorAll('details')) one.open = true;
      const pen = document.createElement('canvas').getContext('2d');
      return [...document.querySelectorAll('td[data-title]')].map((cell) => {
        const style = getComputedStyle(cell, '::before');
        pen.font = style.font;
        const widest = Math.max(...cell.dataset.title.split(/[\s-]+/).map((word) => pen.measureText(word).width));
        return { text: cell.dataset.title, width: parseFloat(style.width), widest };
      });
    });
    // A label that flows with its cell, or is not shown, has no width of its own.
    const own = labels.filter((one) => !Number.isNaN(one.width));
    assert.ok(own.length > 500);
    assert.deepEqual(own.filter((one) => one.width + 1 < one.widest), []);
  });

  test('a picture of the print', async () => {
    const { page, close } = await open(world.browser, 'nl');
    await page.pdf({ path: looks('page-A4.pdf'), preferCSSPageSize: true, printBackground: true });
    await close();
  });

  test("a municipality's own tokens are taken", async () => {
    const theme = looks('noord.css');
    writeFileSync(theme, '.noord-theme { --utrecht-heading-1-color: #005500; --banenplan-series-2: #551100; }');
    changed('nl', 'theme', () => {}, '--theme', theme);
    const { page, said, close } = await open(world.browser, 'theme');
    assert.equal(await page.locator('h1').evaluate((one) => getComputedStyle(one).color), 'rgb(0, 85, 0)');
    assert.ok((await page.locator('figure[data-chart="lines"] path[stroke="#551100"]').count()) > 0);
    assert.deepEqual(said, []);
    await close();
  });
};
