// `results.json`: all that a comparison found, for other programs. The same comparison gives the same bytes: keys
// keep their order, numbers are the shortest that read back to the same bits, and neither time nor machine is in it.
//
//   format          4; goes up when a key changes its meaning, goes, or is needed by the page
//   version, seed, replications, banded (false: one replication, low and high are null)
//   period          {from, to, years}: calendar years, both included
//   prices          {level, index[]: {year, index}}: what a euro of the first year has become by the year, for euros
//                   of the year in prices of `level`: divide by it
//   municipality    {name, title, inhabitants, quotum_jobs, register_people, quotum[]: {year, jobs}, files[]: FILE,
//                   of the municipality or region and what it refers to}
//   groups[]        {key, title} of states that mean the same to a reader; empty where nobody was counted
//   expected_placements  {year, offices[]: {name, groups[]: {name, placements}}}: as a region planned them; absent
//   without agreement       {market[], government[]}: extra jobs that a region agreed on, by year; absent without one
//   null_alternative  name of the scenario that differences are taken with, or null
//   scenarios[]     {name, title, summary, file, text, sha256: of text, extends[]: FILE, from the nearest on,
//                    overrides[], warnings[], target_jobs[]: by year,
//                    assumptions: {NAME: {value, range or null}} where they differ from the list below,
//                    twin: {done, largest, compared} with `largest` in standard errors,
//                    measures[]: {key, title, unit, subject, adds_up,
//                                 years[]: {year, value: BAND, difference: BAND or null},
//                                 total: {value, difference}},
//                    quotum_chance[]: {year, chance}, of the replications that reach the quotum at the end of the
//                    year, people[]: {year, GROUP: mean number of people at the end of the year}, moves[]: {from, to,
//                    years[]: {year, mean}} between groups}
//   wishes[]        {key, measure, most, best, close[], chances[]: {name, chance}} (plots/wishes.hpp)
//   appraisal       costs and benefits against the null alternative (plots/appraisal_json.hpp), or null
//   municipalities[]  of a region, absent elsewhere: {name, title, inhabitants, quotum_jobs, register_people,
//                    scenarios[]: {name, measures[]}}, the scenarios in the same order, the measures that
//                    plots/municipalities.hpp names, without `years` where there are more than 40 municipalities;
//                    those that add up sum to the region's in every replication
//   assumptions[]   {name, title, unit, value, range: [low, high] or null, shape, grade, effect, checked, source}
//   tariffs[]       {name, title, unit, goes_on_by, values[]: {from, value, grade, checked, source}}: figures of law,
//                   the value in force at the start and those that follow; after the last one it goes on by an index,
//                   or unchanged where that is empty
//
// BAND is {median, low, high, mean}, or null where no value is known; low and high are the 5 and 95 % points over the
// replications. `difference` is this scenario minus the null alternative within each replication. `total` is the sum
// of the years where `adds_up`, else the last year. FILE is {file, sha256, text}; the text of a table of people is
// null, as results may be published. `checked` is the day on which the source was looked at. A title is {nl, en}.
// Units: people, jobs, fte, count, euro, share.
#pragma once

#include <string>

#include "plots/summary.hpp"

namespace banenplan::plots {

inline constexpr int results_format = 4;

// `summary` is the one of the comparison. Ends with a line feed; what is not UTF-8 becomes U+FFFD.
std::string results_json(const models::Comparison& comparison, const Summary& summary);

// The name of a unit and of a subject, as in results.json.
std::string_view name_of(models::MeasureText::Unit unit);
std::string_view name_of(models::MeasureText::Subject subject);

}  // namespace banenplan::plots
