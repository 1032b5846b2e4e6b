// Whatever a name says and however little was computed: the page stays whole and honest.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { changed, compare, open } from './world.mjs';

const names = {
  script: '<script>alert(1)</script>',
  formula: "=cmd|' /C calc'!A0",
  closing: '</script></style></title><img src=x onerror=alert(1)>{a|b}{nl}',
  long: 'W'.repeat(10240),
  words: 'een twee '.repeat(1138),
};

async function whole(browser, name, width) {
  const { page, requests, said, close } = await open(browser, name, { width });
  assert.equal(requests.length, 1);
  assert.deepEqual(said, []);
  assert.equal(await page.locator('figure .plot svg').count(), await page.locator('figure').count());
  await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, 'wider than the screen');
  assert.doesNotMatch(await page.locator('main').innerText(), /\b(NaN|undefined|Infinity|null(?! alternative))\b/);
  return { page, close };
}

export default (world) => {
  for (const [kind, name] of Object.entries(names))
    test(`a name may be hostile: ${kind}`, async () => {
      changed('nl', `name-${kind}`, (json) => {
        const title = { nl: name, en: name };
        json.municipality.title = title;
        json.scenarios[1].title = title;
        json.scenarios[2].summary = title;
        json.scenarios[2].warnings = [name];
        for (const measure of json.scenarios[2].measures) measure.title = title;
        for (const party of json.appraisal.parties.slice(0, 2)) party.title = title;
        for (const one of json.assumptions) Object.assign(one, { title, source: name, unit: name });
        json.groups[2].title = title;
      });
      const { close } = await whole(world.browser, `name-${kind}`, 390);
      await close();
    });

  test('a title that is missing in one language is read in the other', async () => {
    changed('nl', 'untitled', (json) => {
      json.scenarios[1].title = { nl: '', en: 'Only English' };
      json.scenarios[2].title = { nl: '', en: '' };
    });
    const { page, close } = await whole(world.browser, 'untitled', 1280);
    assert.ok((await page.getByText('Only English').count()) > 3);
    assert.ok((await page.getByText('boven-formatie').count()) > 3);
    await close();
  });

  test('one scenario of one year in one replication has no band, and no winner', async () => {
    compare('one', 'trainees', '--municipality', 'klein', '--replications', '1', '--set', 'period.years=1');
    const { page, close } = await whole(world.browser, 'one', 390);
    const text = await page.locator('main').innerText();
    assert.match(text, /Er is geen band: er is één herhaling gerekend/);
    assert.doesNotMatch(text, /de meeste banen:|Welk scenario is het beste/);
    await close();
  });

  test('when all is zero, nothing is claimed', async () => {
    changed('nl', 'zero', (json) => {
      const still = (node) => {
        for (const [key, value] of Object.entries(node)) {
          if (['median', 'low', 'high', 'mean', 'chance', 'extra', 'net'].includes(key) && typeof value === 'number')
            node[key] = 0;
          else if (value && typeof value === 'object') still(value);
        }
      };
      still(json.scenarios);
      still(json.appraisal.scenarios);
      for (const scenario of json.appraisal.scenarios) scenario.cloud = scenario.cloud.map(() => [0, 0, 0, 0]);
      for (const wish of json.wishes)
        wish.close = json.scenarios.map(({ name }) => name).filter((name) => name !== wish.best);
    });
    const { page, close } = await whole(world.browser, 'zero', 1280);
    const text = await page.locator('main').innerText();
    assert.match(text, /In geen enkele herhaling is het quotum eind 2036 gehaald/);
    assert.doesNotMatch(text, /heeft eind 2036 de meeste banen/);
    await close();
  });
};
