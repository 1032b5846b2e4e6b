// Bundles the page's scripts and styles and writes them as the C++ source of plots/bundle.hpp:
//   node build.mjs MODULES OUTPUT.cpp     MODULES: the folder with node_modules
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const [modules, output] = process.argv.slice(2);
const { buildSync } = createRequire(join(modules, 'package.json'))('esbuild');

function bundled(entry) {
  const result = buildSync({
    entryPoints: [join(here, entry)],
    nodePaths: [join(modules, 'node_modules')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['es2021', 'chrome92', 'firefox91', 'safari15.4'],
    legalComments: 'none',
    logLevel: 'warning',
  });
  return result.outputFiles[0].text.trim();
}

// Of the design tokens those that the styles, or the tokens that they use, ask for.
function usedTokens(styles) {
  const file = join(modules, 'node_modules/@nl-design-system-unstable/voorbeeld-design-tokens/dist/variables.css');
  const values = new Map();
  for (const [, name, value] of readFileSync(file, 'utf8').matchAll(/^\s*(--[\w-]+):\s*(.*?);/gm))
    values.set(name, value);
  const used = new Set();
  const visit = (text) => {
    for (const [, name] of text.matchAll(/var\(\s*(--[\w-]+)/g)) {
      if (used.has(name) || !values.has(name)) continue;
      used.add(name);
      visit(values.get(name));
    }
  };
  visit(styles);
  const lines = [...values].filter(([name]) => used.has(name)).map(([name, value]) => `${name}:${value}`);
  return `:root{${lines.join(';')}}`;
}

// A raw string of C++, in pieces that every compiler takes.
function literal(text) {
  const length = 15000;
  const pieces = [];
  for (let at = 0; at < text.length; at += length) pieces.push(`R"~page~(${text.slice(at, at + length)})~page~"`);
  return pieces.join('\n');
}

const styles = bundled('page.css');
const script = bundled('page.js');
writeFileSync(
  output,
  `#include "plots/bundle.hpp"\n\nnamespace banenplan::plots {\n\n` +
    `std::string_view page_style() {\n  return ${literal(usedTokens(styles) + styles)};\n}\n\n` +
    `std::string_view page_script() {\n  return ${literal(script)};\n}\n\n}  // namespace banenplan::plots\n`,
);
