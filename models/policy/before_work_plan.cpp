#include "models/policy/before_work_plan.hpp"

namespace banenplan::models {
namespace {

BeforeWorkPlan::Activity read_activity(const Section& section, const char* share_key, double usual_months) {
  BeforeWorkPlan::Activity activity;
  activity.share_per_year = section.share(share_key, {0, 0.9});
  activity.months = section.whole("months", 1, 60, static_cast<int>(usual_months));
  if (activity.share_per_year == 0.0) section.warn(share_key, "found 0", "nobody will take part");
  return activity;
}

}  // namespace

BeforeWorkPlan read_before_work(const Section& section) {
  BeforeWorkPlan plan;
  if (const auto day = section.optional_section("dagbesteding")) {
    plan.dagbesteding = read_activity(*day, "starts_per_year", 12.0);
  }
  if (const auto area = section.optional_section("wijkparticipatie")) {
    plan.wijkparticipatie = read_activity(*area, "asked_per_year", 6.0);
  }
  return plan;
}

}  // namespace banenplan::models
