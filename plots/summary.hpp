// What the replications of a comparison say together: per measure the median with a band around it, per year and for
// the whole period, and the same for the difference with the null alternative.
//
// A difference is taken within each replication, where both scenarios have the same luck, so that it is about the
// policy. A value that is not finite, or 1e15 and more, is left out; what has no values left has no band.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "models/simulation/comparison.hpp"

namespace banenplan::plots {

// In the unit of the measure. From one replication low and high are the median: see Summary::banded.
struct Band {
  double median = 0.0;
  double low = 0.0;   // 5 % point
  double high = 0.0;  // 95 % point
  double mean = 0.0;

  Band negated() const;  // of what is saved: costs of the null alternative minus these
};

// Whether a value can be shown: finite, and below 1e15 in size.
bool drawable(double value);

// Quantiles between the two nearest values, weighted by how near they are (type 7 of Hyndman and Fan 1996).
std::optional<Band> band_of(std::vector<double> values);

struct MeasureSummary {
  models::MeasureText text;
  std::vector<std::optional<Band>> years;
  std::optional<Band> total;  // the sum of the years where they add up, else the last year
  // This scenario minus the null alternative; none for that one itself, without it, or where it lacks the measure.
  std::vector<std::optional<Band>> differences;
  std::optional<Band> total_difference;
};

struct ScenarioSummary {
  std::vector<MeasureSummary> measures;

  // Null when the scenario has no such measure.
  const MeasureSummary* find(std::string_view key) const;
};

// One municipality of a region, in the same scenarios.
struct MunicipalitySummary {
  models::MunicipalityText text;
  std::vector<ScenarioSummary> scenarios;
};

struct Valuation;

struct Summary {
  bool banded = false;                     // more than one replication
  std::vector<ScenarioSummary> scenarios;  // as in the comparison
  // Costs and benefits against the null alternative (plots/valuation.hpp); null where they cannot be told.
  std::shared_ptr<const Valuation> valuation;
  std::vector<MunicipalitySummary> municipalities;  // of a region; else empty
};

Summary summary_of(const models::Comparison& comparison);

// What is kept of a municipality once it has been simulated (models::SimulationOptions::municipality_done).
MunicipalitySummary municipality_summary(const models::Comparison& comparison);

// The value for the whole period in each replication; not a number where it is missing. Empty without the measure.
std::vector<double> totals(const models::Comparison& comparison, std::size_t scenario, std::string_view key);

// The value of a year in each replication, likewise.
std::vector<double> values_in(const models::Comparison& comparison, std::size_t scenario, std::string_view key,
                              std::size_t year);

// One minus other in each replication that both have.
std::vector<double> differences(const std::vector<double>& one, const std::vector<double>& other);

}  // namespace banenplan::plots
