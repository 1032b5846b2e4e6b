// Costs and benefits of each scenario against the null alternative, in each replication: who gains what, what society
// gains, and when it pays back.
//
// Both scenarios have the same luck in a replication, so that what would have happened anyway (deadweight) drops out,
// and what people miss while they are placed (lock-in) is in it. Amounts of a year are stated in prices of the first
// year and discounted to it: the first year counts in full, year y is divided by (1 + rate)(1 + inflation) for each
// year up to y. Rates are those in force in each year (tariff `discount_rate`), or the scenario's own.
//
// A flow between two parties is a transfer and cancels for society by construction; a flow between a party and a
// resource is a cost or a benefit to society (see models/pathways/flows.yaml).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "models/policy/posts.hpp"
#include "models/simulation/comparison.hpp"

namespace banenplan::models {

// Present values in euro, a number for each replication.
struct Worth {
  std::vector<double> net;
  std::vector<double> cost;     // of the posts that are costs; positive when something is spent
  std::vector<double> benefit;  // of the posts that are benefits; net = benefit - cost
  // The year, from 0, from whose end on the present value of all years so far is not negative; engine::none: never,
  // or nothing is spent or gained at all.
  std::vector<std::int32_t> payback;
};

// What a scenario brings beyond the null alternative, by replication.
struct Brought {
  std::vector<double> placements;
  std::vector<double> jobs;     // at the end of the last year
  std::vector<double> lasting;  // placements that last 12 months
};

// Under the base values of all assumptions: what luck alone does.
struct UnderLuckAlone {
  Worth society;
  Worth municipality;
  Brought brought;
};

struct ScenarioAppraisal : Brought {
  Worth society;
  Worth municipality;
  std::vector<std::vector<double>> parties;  // [party][replication], present value of what it gains
  // Mean amounts in the prices of their own year, neither deflated nor discounted: what a party gains by a post.
  std::vector<double> means;  // at (party x posts + post) x years + year
  // The same, summed: over all parties, and over the municipal ones.
  std::vector<double> society_means;  // at post x years + year
  std::vector<double> municipality_means;
  // The year, from 0, from whose end on the mean present value of all years so far is not negative; none: never.
  std::optional<std::int32_t> society_payback;
  std::optional<std::int32_t> municipality_payback;
  UnderLuckAlone luck_alone;
  // Of the variance of the net present value, the share that is luck rather than ignorance; none where unknown.
  std::optional<double> society_chance;
  std::optional<double> municipality_chance;
  // Undiscounted, in cents, over all years: what society gains by its dealings with resources, and what all parties
  // gain together. Equal in every replication.
  std::vector<std::int64_t> society_cents;
  std::vector<std::int64_t> party_cents;
};

struct Appraisal {
  std::int32_t price_level = 0;  // calendar year
  double inflation = 0.0;
  std::vector<double> rates;                 // real, by year; that of the first year is not used
  std::vector<double> weights;               // by year: what a euro of that year counts for
  Posts posts;                               // switched as the scenarios have it
  std::vector<ScenarioAppraisal> scenarios;  // as in the comparison; nothing differs for the null alternative itself

  // Without a null alternative, or without a ledger in the results, there is nothing to compare with.
  bool done() const { return !scenarios.empty(); }
};

Appraisal appraise(const Comparison& comparison);

// What a year's euro counts for; rates beyond those given are the last one.
std::vector<double> discount_weights(const std::vector<double>& rates, double inflation);

}  // namespace banenplan::models
