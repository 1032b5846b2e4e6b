// The style sheet of the report: readable from 390 pixels wide to a desk, and on paper.
#pragma once

#include <string_view>

namespace banenplan::plots {

constexpr std::string_view page_style = R"(
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1a1a1a; font: 1.0625rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
main { max-width: 66rem; margin: 0 auto; padding: 1.25rem 1rem 4rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0.2rem 0 0.6rem; }
h2 { font-size: 1.4rem; line-height: 1.25; margin: 3rem 0 0.6rem; padding-top: 0.7rem; border-top: 3px solid #1a1a1a; }
h3 { font-size: 1.1rem; line-height: 1.3; margin: 2rem 0 0.4rem; }
p, ul { max-width: 46rem; margin: 0.5rem 0; }
ul { padding-left: 1.2rem; }
li { margin: 0.25rem 0; }
.kicker { margin: 0; color: #4a4a4a; }
.answer p { font-size: 1.2rem; line-height: 1.45; margin: 0.8rem 0; padding-left: 0.9rem; border-left: 4px solid #0a5c8f; }
.note { color: #4a4a4a; font-size: 0.95rem; }
.warning { padding: 0.4rem 0.8rem; background: #fff4d6; border-left: 4px solid #8a5a00; }
.scroll { overflow-x: auto; margin: 1.2rem 0; }
.scroll:focus-visible, summary:focus-visible { outline: 3px solid #0a5c8f; outline-offset: 2px; }
table { border-collapse: collapse; font-size: 0.95rem; line-height: 1.35; width: 100%; }
caption { text-align: left; font-weight: 600; padding-bottom: 0.4rem; }
th, td { padding: 0.4rem 0.6rem; text-align: left; vertical-align: top; border-bottom: 1px solid #c9c9c9; }
th:first-child { padding-left: 0; }
thead th { vertical-align: bottom; border-bottom: 2px solid #1a1a1a; overflow-wrap: break-word; }
th[scope=row] { font-weight: 400; }
th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; }
td.number { overflow-wrap: normal; }
.results th { overflow-wrap: break-word; }
.results td { white-space: nowrap; }
@media screen and (max-width: 800px) {
  thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
  table, tbody, tr, caption, tbody th, tbody td { display: block; }
  tr { padding: 0.5rem 0; border-bottom: 1px solid #c9c9c9; }
  tbody th[scope=row] { font-weight: 600; padding: 0; border: 0; }
  tbody td, tbody td.number { display: flex; gap: 1rem; justify-content: space-between; padding: 0.1rem 0; border: 0; text-align: right; }
  .results td { white-space: normal; }
  tbody td::before { content: attr(data-title); text-align: left; color: #4a4a4a; max-width: 55%; overflow-wrap: anywhere; }
}
details { margin: 0.6rem 0; }
summary { cursor: pointer; padding: 0.3rem 0; color: #0a4a75; text-decoration: underline; }
pre { font: 0.875rem/1.45 ui-monospace, monospace; white-space: pre-wrap; background: #f4f4f4; padding: 0.8rem; margin: 0.5rem 0; }
code { font: 0.9em ui-monospace, monospace; }
.chart { margin: 1rem 0; }
@media print {
  @page { margin: 15mm; }
  :root { font-size: 12px; }
  main { max-width: none; padding: 0; }
  p, ul { max-width: none; }
  h2 { margin-top: 2rem; }
  h2, h3, caption, h2 + p, h3 + p { break-after: avoid; }
  .chart, .results, .answer, tr { break-inside: avoid; }
  .scroll { overflow: visible; }
  details:not([open]) { display: none; }
}
)";

}  // namespace banenplan::plots
