// All tests of the page, in one process and with as few browsers as can be.
import { after, before } from 'node:test';

import accessible from './accessible.mjs';
import choice from './choice.mjs';
import figures from './figures.mjs';
import looks from './looks.mjs';
import opening from './opening.mjs';
import strange from './strange.mjs';
import truth from './truth.mjs';
import { changed, compare, launch } from './world.mjs';

const world = {};
before(async () => {
  compare('nl');
  changed('nl', 'en', () => {}, '--lang', 'en');
  world.browser = await launch();
});
after(() => world.browser.close());

for (const tests of [opening, truth, choice, figures, accessible, strange, looks]) tests(world);
