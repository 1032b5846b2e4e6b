#include "models/policy/target_plan.hpp"

#include <algorithm>

namespace banenplan::models {
namespace {

// The path of government's jobs begins in this year (models/parameters/tariffs/banenafspraak.yaml).
constexpr int first_year_of_path = 2016;
constexpr int last_year_of_path = 2023;

}  // namespace

double TargetPlan::share(engine::Month start, engine::Month month, const Tariffs& tariffs) const {
  if (path == Path::at_once) return 1.0;
  const int passed = month - start + 1;
  if (path == Path::straight) return std::min(1.0, static_cast<double>(passed) / (by - start + 1));
  const int year = first_year_of_path + (passed - 1) / engine::months_per_year;
  const auto in = [&](int y) {
    return tariffs.value("banenafspraak_target_government", engine::Month::of(std::min(y, last_year_of_path), 1));
  };
  return in(year) / in(last_year_of_path);
}

TargetPlan read_target(const Section& section, engine::Month start, int months) {
  TargetPlan target;
  if (section.has("jobs")) target.jobs = section.quantity("jobs", {0, 100'000});
  const bool has_month = section.has("by");
  target.path = section.choice<TargetPlan::Path>("path",
                                                 {{"at_once", TargetPlan::Path::at_once},
                                                  {"straight", TargetPlan::Path::straight},
                                                  {"banenafspraak", TargetPlan::Path::banenafspraak}},
                                                 has_month ? TargetPlan::Path::straight : TargetPlan::Path::at_once);
  if (!has_month) {
    if (target.path == TargetPlan::Path::straight)
      section.refuse("path", "found a straight path without an end", "`by`, the month in which the jobs are there");
    return target;
  }
  target.by = section.month("by");
  const Node* const written = section.node("by");
  if (target.path != TargetPlan::Path::straight) {
    section.refuse("by", "found a month beside a path that has its own", "one of the two");
  } else if (month_from(written->text) && (target.by < start || !(target.by < start + months))) {
    section.refuse("by", "found " + described(*written) + ", outside the period", "a month of the scenario's period");
    target.by = start;
  }
  return target;
}

}  // namespace banenplan::models
