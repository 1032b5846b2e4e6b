#include "models/simulation/prices.hpp"

#include <functional>
#include <map>
#include <stdexcept>
#include <string>

#include "models/facts/minimumloon.hpp"

namespace banenplan::models {
namespace {

constexpr double full_week = 36.0;

using AtMonth = std::function<double(engine::Month)>;

std::vector<double> by_month(const ProgramBuilder& builder, const AtMonth& at) {
  std::vector<double> series;
  for (int step = 0; step < builder.program.plan_steps; ++step) series.push_back(at(builder.month(step)));
  return series;
}

double yearly_growth(const Tariffs& tariffs) {
  return tariffs.indices().find("wages_yearly")->second.growth.value;
}

}  // namespace

std::vector<double> wage_growth(const ProgramBuilder& builder) {
  std::vector<double> series;
  double level = 1.0;
  for (int step = 0; step < builder.program.plan_steps; ++step) {
    if (step > 0 && builder.month(step).month_of_year() == 1) level *= 1.0 + yearly_growth(builder.tariffs());
    series.push_back(level);
  }
  return series;
}

std::vector<double> jobcoach_series(std::string_view intensity, const ProgramBuilder& builder) {
  const std::string tariff = "jobcoach_internal_" + std::string(intensity);
  return by_month(
      builder, [&](engine::Month month) { return builder.tariffs().value(tariff, month) / engine::months_per_year; });
}

std::vector<double> bought_coach_series(const ProgramBuilder& builder) {
  constexpr double weeks_per_month = 52.0 / engine::months_per_year;
  return by_month(builder, [&](engine::Month month) {
    return builder.tariffs().value("jobcoach_external_hour", month) * full_week * weeks_per_month;
  });
}

std::vector<double> price_series(std::string_view name, const ProgramBuilder& builder) {
  const Tariffs& tariffs = builder.tariffs();
  const auto tariff = [&](const char* key) {
    return [&tariffs, key](engine::Month month) { return tariffs.value(key, month); };
  };
  const auto scaled_growth = [&](double factor) {
    auto series = wage_growth(builder);
    for (double& value : series) value *= factor;
    return series;
  };
  const Minimumloon minimumloon(tariffs);
  const AtMonth wage = [&](engine::Month month) {
    return minimumloon.adult_month(month) * (1.0 + minimumloon.holiday_share(month));
  };
  const auto of_wage = [&](const AtMonth& share) {
    return by_month(builder, [&](engine::Month month) { return wage(month) * share(month); });
  };
  const auto one_plus = [](const AtMonth& share) {
    return [share](engine::Month month) { return 1.0 + share(month); };
  };
  const AtMonth law = tariff("lks_werkgeverslasten");
  const AtMonth municipal = tariff("on_costs_share");
  if (name == "one") return std::vector<double>(static_cast<std::size_t>(builder.program.plan_steps), 1.0);
  if (name == "prices") return scaled_growth(1.0);
  if (name == "prices_per_month") return scaled_growth(1.0 / engine::months_per_year);
  if (name == "staff_hours") return scaled_growth(1.0 / engine::months_per_year / full_week);
  if (name == "wage") return by_month(builder, wage);
  if (name == "on_costs_of_law") return of_wage(law);
  if (name == "on_costs_of_municipality") return of_wage(municipal);
  if (name == "wage_and_on_costs" || name == "lks") return of_wage(one_plus(law));
  if (name == "wage_and_municipal_on_costs") return of_wage(one_plus(municipal));
  if (name == "sheltered_guidance") {
    return by_month(builder, [&](engine::Month month) {
      return tariffs.value("beschut_werk_guidance", month) / engine::months_per_year;
    });
  }
  if (name == "bijstand") return by_month(builder, tariff("bijstand_single"));
  if (name == "wajong") return of_wage(tariff("wajong_with_capacity"));
  if (name == "no_risk") return of_wage(tariff("no_risk_share"));
  if (name == "quotum_levy") {
    return by_month(builder, [&](engine::Month month) {
      const double jobs = full_week / tariffs.value("banenafspraak_job_hours", month);
      return jobs * tariffs.value("quotum_levy_year", month) / engine::months_per_year;
    });
  }
  if (name == "jobcoach_person_year") {
    const double at_start = tariffs.value("jobcoach_person_year_1", builder.month(0));
    return by_month(builder, [&](engine::Month month) {
      return tariffs.value("jobcoach_person_year_1", month) / at_start / engine::months_per_year;
    });
  }
  throw std::out_of_range("no price series is called " + std::string(name));
}

}  // namespace banenplan::models
