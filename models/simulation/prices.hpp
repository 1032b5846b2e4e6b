// Prices by month, from the tariffs: what a full-time month, a service or a budget costs in each month of the plan.
#pragma once

#include <string_view>
#include <vector>

#include "models/simulation/program_builder.hpp"

namespace banenplan::models {

// The series of this name, in euro a month at full time where people are concerned:
//   one                          1
//   prices, prices_per_month     1, or 1/12, at the price level of the year before the start, growing with wages
//   wage                         minimum wage with holiday pay, for an adult
//   on_costs_of_law              wage x the rate for werkgeverslasten of the LKS rules
//   on_costs_of_municipality     wage x on-costs under the Cao Gemeenten
//   wage_and_on_costs, wage_and_municipal_on_costs   both together
//   lks                          wage x (1 + rate for werkgeverslasten), to be multiplied by the subsidised share
//   bijstand                     net norm of a single person
//   wajong                       benefit with capacity to work
//   no_risk                      wage x what UWV pays of it in sickness
//   quotum_levy                  levy on a full-time week that is missing, a month
//   jobcoach_person_year         growth of the job coach's price since the start, per month
//   staff_hours                  one hour a week of staff, per euro of yearly wage cost for 36 hours
// Throws std::out_of_range for another name.
std::vector<double> price_series(std::string_view name, const ProgramBuilder& builder);

// The tariff per month by an internal job coach of this intensity (intensive, middle, light, very_light).
std::vector<double> jobcoach_series(std::string_view intensity, const ProgramBuilder& builder);

// Growth of wages from the first month of the plan's year.
std::vector<double> wage_growth(const ProgramBuilder& builder);

// Of a bought job coach who would be there all hours of a full week, euro a month.
std::vector<double> bought_coach_series(const ProgramBuilder& builder);

}  // namespace banenplan::models
