#include "models/simulation/job_carving.hpp"

#include <algorithm>

#include "models/facts/minimumloon.hpp"

namespace banenplan::models {

double scale_wage(const Tariffs& tariffs, const std::string& scale, const std::string& step, engine::Month month) {
  const double least = Minimumloon(tariffs).adult_month(month);
  const double written = tariffs.value("cao_gemeenten_scale_" + scale + "_" + step, month);
  return scale == "a" ? written * least : std::max(written, least);
}

double carved_hours(const Tariffs& tariffs, const CarvingPlan& plan, engine::Month month) {
  return plan.hours_given_up * scale_wage(tariffs, plan.from_scale, plan.from_step, month) /
         scale_wage(tariffs, plan.to_scale, plan.to_step, month);
}

}  // namespace banenplan::models
