// What the reader chooses is shown, stands in the address, and computes nothing anew.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { agrees, numbersIn } from './numbers.mjs';
import { address, changed, open, results } from './world.mjs';

const cell = (measure, which, year, scenario) =>
  `tr[data-year="${year}"] td[data-measure="${measure}"][data-which="${which}"][data-scenario="${scenario}"]`;

export default (world) => {
  test('a link shows the choice that it carries', async () => {
    const { page, requests, said, close } = await open(world.browser, 'nl', {
      hash: '#s=2,3&y=2028-2030&e=real&c=fte',
    });
    const json = results('nl');
    assert.deepEqual(requests, [`${address('nl')}#s=2,3&y=2028-2030&e=real&c=fte`.replace(/#.*/, '')]);
    assert.equal(await page.locator('#choice-scenario-1').isChecked(), false);
    assert.equal(await page.locator('#choice-from').inputValue(), '2028');
    for (const summary of await page.locator('figure summary').all()) await summary.click();
    assert.ok(await page.locator(cell('net_cost', 'difference', 2030, 2)).isVisible());
    assert.ok(!(await page.locator(cell('net_cost', 'difference', 2030, 1)).isVisible()));
    assert.ok(!(await page.locator(cell('net_cost', 'difference', 2031, 2)).isVisible()));
    // The cells of jobs stand in two figures.
    assert.ok(
      await page
        .locator(cell('fte', 'value', 2030, 2))
        .first()
        .isVisible(),
    );
    assert.ok(
      !(await page
        .locator(cell('jobs', 'value', 2030, 2))
        .first()
        .isVisible()),
    );
    // Real euros: divided by the index of the year, whose inflation is that of the appraisal.
    const { index } = json.prices.index.find(({ year }) => year === 2030);
    assert.ok(Math.abs(index - (1 + json.appraisal.inflation) ** 3) < 1e-12);
    const { difference } = json.scenarios[2].measures.find(({ key }) => key === 'net_cost').years[3];
    const [shown] = numbersIn(await page.locator(cell('net_cost', 'difference', 2030, 2)).textContent(), 'nl');
    assert.ok(agrees(shown, difference.median / index / 1000));
    assert.deepEqual(said, []);
    await close();
  });

  test('choosing changes charts, tables and address, and a link on the page leaves the choice', async () => {
    const { page, said, close } = await open(world.browser, 'nl');
    // What is drawn, whatever names the library gives to it.
    const drawn = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('figure[data-chart="lines"] path')]
          .map((path) => path.getAttribute('d'))
          .sort()
          .join(),
      );
    const before = await drawn();
    await page.locator('#choice-scenario-1').uncheck();
    await page.locator('#choice-people_at_work').check();
    assert.equal(new URL(page.url()).hash, '#s=0,2,3&c=people_at_work');
    assert.notEqual(await drawn(), before);
    await page.locator('nav a').first().click();
    assert.equal(new URL(page.url()).hash, '#s=0,2,3&c=people_at_work');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'scenarios');
    await page.locator('#moves-year').selectOption('2029');
    assert.match(new URL(page.url()).hash, /f-movesyear=2029/);
    await page.getByRole('button', { name: 'Alles tonen' }).click();
    assert.equal(new URL(page.url()).hash, '');
    assert.equal(await drawn(), before);
    assert.deepEqual(said, []);
    await close();
  });

  test('a choice that makes no sense is none', async () => {
    const { page, said, close } = await open(world.browser, 'nl', { hash: '#s=99,x&y=1-2&e=<b>&c=jobs&m=3&f-x=1e9' });
    assert.equal(await page.locator('#choice input[type="checkbox"]:checked').count(), 4);
    assert.deepEqual(said, []);
    await close();
  });

  test('in a region a municipality can be chosen, and its numbers are shown', async () => {
    changed('nl', 'region', (json) => {
      json.municipalities = ['Noord', 'Zuid'].map((name, turn) => ({
        name,
        title: { nl: name, en: name },
        quotum_jobs: 10,
        register_people: 500 + turn,
        scenarios: json.scenarios.map(({ name: scenario, measures }) => ({
          name: scenario,
          measures: measures.map((measure) => ({
            ...measure,
            years: measure.years.map((row) => ({
              ...row,
              value: row.value && { ...row.value, median: row.value.median * (turn + 2) },
            })),
          })),
        })),
      }));
    });
    const { page, said, close } = await open(world.browser, 'region');
    assert.ok(await page.locator('figure[data-chart="region"] svg').isVisible());
    await page.locator('#choice-municipality').selectOption({ label: 'Zuid' });
    assert.equal(new URL(page.url()).hash, '#m=1');
    const { value } = results('nl').scenarios[2].measures.find(({ key }) => key === 'jobs').years[4];
    const [shown] = numbersIn(
      await page
        .locator(cell('jobs', 'value', 2031, 2))
        .first()
        .textContent(),
      'nl',
    );
    assert.ok(agrees(shown, value.median * 3));
    assert.deepEqual(said, []);
    await close();
  });

  test('a chart is saved as an image with its title', async () => {
    const { page, said, close } = await open(world.browser, 'nl');
    const waiting = page.waitForEvent('download');
    await page.locator('figure[data-chart="fans"] .save').first().click();
    const download = await waiting;
    assert.equal(download.suggestedFilename(), 'banenplan-fans.svg');
    const text = readFileSync(await download.path(), 'utf8');
    assert.match(text, /^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    assert.match(text, /<title>Boven formatie heeft eind 2036/);
    assert.deepEqual(said, []);
    await close();
  });
};
