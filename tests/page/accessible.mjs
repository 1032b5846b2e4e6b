// WCAG 2.1 AA, as far as a machine can tell: axe-core, and the keyboard.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { axe, languages, look, open } from './world.mjs';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

export default (world) => {
  for (const language of languages)
    test(`${language}: axe finds no violation at 390, 768 and 1280 pixels`, async () => {
      const { page } = await look(world.browser, language);
      await page.evaluate(axe);
      const fold = (opened) =>
        page.evaluate((to) => document.querySelectorAll('details').forEach((one) => (one.open = to)), opened);
      await fold(true);
      for (const width of [390, 768, 1280]) {
        await look(world.browser, language, width);
        const { violations, passes } = await page.evaluate(
          (values) => window.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }),
          levels,
        );
        assert.deepEqual(
          violations.map(({ id, nodes }) => `${width} ${id}: ${nodes[0].html.slice(0, 200)}`),
          [],
        );
        assert.ok(passes.length > 20);
      }
      await fold(false);
    });

  test('the keyboard goes through all of the page, and shows where it is', async () => {
    const { page, said, close } = await open(world.browser, 'nl');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('href')), '#main');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'main');

    // Of radio buttons with one name, one is a stop.
    const all = await page.evaluate(() => {
      const stops = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')].filter(
        (one) => one.checkVisibility() && (one.type !== 'radio' || one.checked),
      );
      stops.forEach((one, at) => (one.dataset.stop = at));
      return stops.length;
    });
    assert.ok(all > 40, all);
    await page.evaluate(() => {
      document.activeElement.blur();
      window.getSelection().removeAllRanges();
    });
    await page.locator('[data-stop="0"]').focus();
    const visited = ['0'];
    for (let turn = 1; turn < all; turn += 1) {
      await page.keyboard.press('Tab');
      const { stop, outline } = await page.evaluate(() => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement);
        const shown = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
        return { stop: document.activeElement.dataset.stop, outline: shown };
      });
      visited.push(stop);
      assert.ok(outline, `stop ${stop} does not show`);
    }
    assert.deepEqual(visited, [...Array(all).keys()].map(String));

    const table = page.locator('figure details').first();
    await table.locator('summary').focus();
    await page.keyboard.press('Enter');
    assert.ok(await table.locator('table').first().isVisible());
    await page.locator('#choice-scenario-3').focus();
    await page.keyboard.press('Space');
    assert.equal(new URL(page.url()).hash, '#s=0,1,2');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'choice-scenario-3');
    await page.locator('#choice-nominal').focus();
    await page.keyboard.press('ArrowDown');
    assert.match(new URL(page.url()).hash, /e=real/);
    assert.deepEqual(said, []);
    await close();
  });
};
