// The key `appraisal` of results.json; null where there is nothing to compare with. Amounts are in euro, present
// values in prices of the first year against the null alternative unless said otherwise; BAND as in
// plots/results.hpp.
//
//   price_level, inflation, rates[]   calendar year; a year; real, by year (that of the first year is not used)
//   weights[]                         what a euro of each year counts for
//   posts[]         {key, title, side: cost or benefit, on, has_switch}
//   parties[]       {key, title, municipal}
//   scenarios[]     {name, society: SIDE, municipality: SIDE,
//                    cost_per: {placement, job, lasting_job}: RATIO, net cost to the municipality,
//                    posts: {POST: mean for society}, parties[]: {key, net: BAND, posts: {POST: mean}},
//                    uncertainty[]: {result, chance: {share, low, high} or null, ignorance or null, assumptions[]:
//                    {name, first, total, low, high}}: shares of the variance (models/appraisal/attribution.hpp),
//                    finance[]: {holder, taakveld, post, years[]: {year, paid: BAND, received: BAND}, quarters:
//                    {paid, received: {mean[], low[], high[]} from the first quarter of the first year, or null where
//                    no money goes that way}} in euro of the year, holders[]: {holder, years[]: {year, net, extra}}:
//                    paid less received on average, and that less what it is in the null alternative, in euro of the
//                    year, budgets[]: {key, years[]: {year, budget, mean, chance_over, quarters[]: {mean,
//                    chance_over: that the year's budget is used up by the end of the quarter}}}, cloud[]: [cost to
//                    society, its benefit, lasting placements, net cost to the municipality] in each of at most 500
//                    replications, rounded, subsidy_lag[]: {year, paid: BAND, received: BAND, advanced: BAND, the
//                    first less the second}}
//   decisions       {municipality, society}: {choices[]: {worth, best, frontier, scenarios[]: {name, chance_best,
//                    expected_net, expected_loss}, perfect_information}, increments[]: {name, cost, effect, kind,
//                    ratio or null, standing}, information: {at, perfect, assumptions[]: {name, euro}},
//                    influences[]: {name, assumptions[]: {name, low, high, explained_share}}}
//
// SIDE is {net: BAND, cost: BAND, benefit: BAND, ratio: RATIO, chance_positive, payback_year or null: of the mean,
// payback: {chance: of the replications that pay back, low, median, high: calendar year by which 5, 50 and 95 % of
// all have, or null}, chance_share or null}. RATIO is {value, low, high}, or {"undefined": "no_denominator"} where
// what it divides by is not positive.
#pragma once

#include "plots/json.hpp"
#include "plots/valuation.hpp"

namespace banenplan::plots {

Json appraisal_json(const models::Comparison& comparison, const Valuation* valuation, bool banded);

}  // namespace banenplan::plots
