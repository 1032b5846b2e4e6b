#include "models/facts/loonkostensubsidie.hpp"

#include <algorithm>

namespace banenplan::models {

using engine::Month;

namespace {

constexpr double shortest_full_time_week = 32.0;
constexpr double longest_full_time_week = 40.0;
constexpr double hours_in_a_week = 168.0;
constexpr int oldest = 75;

Step looked_up(std::string key, const Tariff& tariff, Month month) {
  const Provenance found = tariff.provenance(month);
  Step step;
  step.key = std::move(key);
  step.value = found.value;
  step.unit = tariff.unit();
  step.source = found.source;
  step.grade = found.grade;
  step.effective_from = found.effective_from;
  step.extrapolated = found.extrapolated;
  step.note = found.note;
  return step;
}

// Whether a step is the one that an input was taken from.
bool gives(const Step& step, const Input& input) {
  return step.key == input.name || step.key.starts_with(input.name + "_") ||
         (input.name == "share" && step.key == "forfait");
}

// What follows by arithmetic is as sure as the least sure of its inputs.
Step computed(std::string key, double value, std::string unit, std::vector<Input> inputs,
              const std::vector<Step>& before) {
  Step step;
  step.key = std::move(key);
  step.value = value;
  step.unit = std::move(unit);
  step.inputs = std::move(inputs);
  step.source = "Participatiewet art. 10d";
  step.grade = Grade::derived;
  for (const Step& earlier : before) {
    if (std::none_of(step.inputs.begin(), step.inputs.end(),
                     [&](const Input& input) { return gives(earlier, input); }))
      continue;
    step.grade = std::max(step.grade, earlier.grade);
    step.extrapolated = step.extrapolated || earlier.extrapolated;
  }
  return step;
}

Step given(std::string key, double value, std::string unit) {
  Step step;
  step.key = std::move(key);
  step.value = value;
  step.unit = std::move(unit);
  return step;
}

Input euros(std::string name, double value) {
  return {std::move(name), value, "eur_per_month"};
}

Input share(std::string name, double value) {
  return {std::move(name), value, "share"};
}

bool within(double value, double low, double high) {
  return value >= low && value <= high;
}

}  // namespace

Loonkostensubsidie::Loonkostensubsidie(const Tariffs& tariffs)
    : minimumloon_(tariffs),
      cap_(tariffs["lks_cap"]),
      forfait_(tariffs["lks_forfait"]),
      forfait_months_(tariffs["lks_forfait_months"]),
      werkgeverslasten_(tariffs["lks_werkgeverslasten"]),
      hours_basis_(tariffs["lks_hours_basis"]),
      reference_week_(tariffs["lks_reference_week"]),
      running_follows_(tariffs["lks_running_follows"]) {}

const char* Loonkostensubsidie::refusal(const SubsidyRequest& request) const {
  const Month since = request.running_since.value_or(request.month);
  if (!minimumloon_.known(request.month) || !cap_.known(request.month)) return "month";
  if (since > request.month) return "running_since_later";
  if (!minimumloon_.known(since) || !cap_.known(since)) return "running_since";
  if (!(request.hours > 0.0 && request.hours <= hours_in_a_week)) return "hours";
  if (!within(request.full_time_week, shortest_full_time_week, longest_full_time_week)) return "full_time_week";
  if (request.age < Minimumloon::youngest || request.age > oldest) return "age";
  if (!request.forfait) return within(request.loonwaarde, 0.0, 1.0) ? nullptr : "loonwaarde";
  if (!forfait_.known(since)) return "forfait_not_yet";
  return request.month - since < forfait_months_.at(request.month) ? nullptr : "forfait_ended";
}

Month Loonkostensubsidie::wage_month(const SubsidyRequest& request) const {
  const Month since = request.running_since.value_or(request.month);
  if (running_follows_.word(request.month) != "january") return request.month;
  return std::max(since, Month::of(request.month.year(), 1));
}

SubsidyTerms Loonkostensubsidie::terms(const SubsidyRequest& request) const {
  const Month month = wage_month(request);
  const double week =
      hours_basis_.word(request.month) == "sector_week" ? request.full_time_week : reference_week_.at(request.month);
  SubsidyTerms terms;
  terms.minimum_wage = minimumloon_.with_holiday(request.age, month);
  terms.share_of_wage = request.forfait ? forfait_.at(request.month) : 1.0 - request.loonwaarde;
  terms.cap = cap_.at(request.month);
  terms.werkgeverslasten = werkgeverslasten_.at(month);
  terms.hours_ratio = std::min(request.hours, request.full_time_week) / week;
  return terms;
}

Explanation Loonkostensubsidie::explain(const SubsidyRequest& request) const {
  Explanation explanation;
  if (request.group != Group::participatiewet) return explanation;
  const Month month = wage_month(request);
  const SubsidyTerms used = terms(request);
  const SubsidyAmounts amounts = subsidy_amounts(used);
  std::vector<Step>& steps = explanation.steps;
  const auto compute = [&](std::string key, double value, std::string unit, std::vector<Input> inputs) {
    steps.push_back(computed(std::move(key), value, std::move(unit), std::move(inputs), steps));
  };

  if (month != request.month) steps.push_back(looked_up("running", running_follows_, request.month));
  const double wage = minimumloon_.adult_month(month);
  const double age_share = minimumloon_.age_share(request.age, month);
  const double holiday = minimumloon_.holiday_share(month);
  steps.push_back(looked_up("wml", minimumloon_.month_tariff(), month));
  if (age_share < 1.0) steps.push_back(looked_up("age", minimumloon_.youth_tariff(request.age), month));
  steps.push_back(looked_up("holiday", minimumloon_.holiday_tariff(), month));
  compute("base", used.minimum_wage, "eur_per_month",
          {euros("wml", wage), share("age", age_share), share("holiday", holiday)});

  if (request.forfait) {
    steps.push_back(looked_up("forfait", forfait_, request.month));
  } else {
    steps.push_back(given("loonwaarde", request.loonwaarde, "share"));
    steps.push_back(looked_up("cap", cap_, request.month));
    compute("share", amounts.share, "share", {share("wanted", used.share_of_wage), share("cap", used.cap)});
  }
  compute("full_time", amounts.full_time, "eur_per_month",
          {euros("base", used.minimum_wage), share("share", amounts.share)});

  Step hours = looked_up("hours_" + hours_basis_.word(request.month), hours_basis_, request.month);
  hours.value = used.hours_ratio;
  hours.unit = "share";
  const double paid = std::min(request.hours, request.full_time_week);
  hours.inputs = {{"paid", paid, "hours_per_week"}, {"week", paid / used.hours_ratio, "hours_per_week"}};
  steps.push_back(std::move(hours));
  compute("by_hours", amounts.by_hours, "eur_per_month",
          {euros("full_time", amounts.full_time), share("hours", used.hours_ratio)});
  steps.push_back(looked_up("werkgeverslasten", werkgeverslasten_, month));
  compute("charges", amounts.charges, "eur_per_month",
          {euros("by_hours", amounts.by_hours), share("werkgeverslasten", used.werkgeverslasten)});
  compute("total", static_cast<double>(amounts.cents) / 100.0, "eur_per_month",
          {euros("by_hours", amounts.by_hours), euros("charges", amounts.charges)});
  explanation.cents = amounts.cents;
  return explanation;
}

}  // namespace banenplan::models
