// Municipalities side by side become a region: their people, jobs and euros are added up within each replication.
#pragma once

#include "models/policy/region.hpp"
#include "models/simulation/comparison.hpp"

namespace banenplan::models {

class Aggregate {
 public:
  // The region's own texts stand for those of its municipalities.
  explicit Aggregate(const Region& region);

  // Adds a comparison of the same scenarios, with the same measures, ledger and number of replications; throws
  // std::logic_error where they differ. A share of the quotum counts by the quotum of the municipality.
  void add(const Comparison& one);

  const Comparison& sum() const { return sum_; }

 private:
  void add(const ScenarioResult& one, double quotum_share, ScenarioResult& sum) const;
  Comparison sum_;
  bool empty_ = true;
};

}  // namespace banenplan::models
