#include "app/selection.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "tests/place.hpp"

using namespace banenplan;
using namespace banenplan::app;

namespace {

using Names = std::vector<std::string>;

struct Selected {
  Names names;  // none: refused
  std::vector<models::Scenario> scenarios;
  std::string error;
};

Selected selected(const CompareRequest& request) {
  std::ostringstream error;
  auto scenarios = read_all(request, error);
  Selected result{{}, std::move(scenarios).value_or(std::vector<models::Scenario>{}), error.str()};
  for (const models::Scenario& scenario : result.scenarios) result.names.push_back(scenario.name);
  return result;
}

CompareRequest naming(const Names& scenarios, const Names& overrides = {}) {
  CompareRequest request;
  request.scenarios = scenarios;
  request.overrides = overrides;
  return request;
}

std::ptrdiff_t lines(const std::string& text) {
  return std::count(text.begin(), text.end(), '\n');
}

}  // namespace

TEST_CASE("without a name the null alternative and the three policies are meant, else those that are named") {
  CHECK(selected({}).names == Names{"nulalternatief", "budgettair-neutraal", "boven-formatie", "trainees"});
  CHECK(selected(naming({"trainees"})).names == Names{"nulalternatief", "trainees"});
  CHECK(selected(naming({"trainees", "nulalternatief"})).names == Names{"trainees", "nulalternatief"});
  CompareRequest alone = naming({"trainees"});
  alone.beside_null = false;
  CHECK(selected(alone).names == Names{"trainees"});
}

TEST_CASE("the null alternative that nobody named is on the same municipality and over the same period") {
  const Selected both =
      selected(naming({"boven-formatie"}, {"municipality=klein", "period.years=4", "period.from=2029-01"}));
  REQUIRE(both.names.size() == 2);
  CHECK(both.scenarios[0].municipality.name == "klein");
  CHECK(both.scenarios[0].years == 4);
  CHECK(both.scenarios[0].from == engine::Month::of(2029, 1));
  CHECK(both.scenarios[0].overrides.empty());
}

TEST_CASE("what is set holds for the scenarios that have its section, and one of them must") {
  const std::string share = "funds.centrale_pot.filled_by.share=0.3%";
  const Selected both = selected(naming({"boven-formatie", "trainees"}, {share}));
  REQUIRE(both.names == Names{"nulalternatief", "boven-formatie", "trainees"});
  CHECK(both.scenarios[1].overrides == Names{share});
  CHECK(both.scenarios[2].overrides.empty());
  const Selected nowhere =
      selected(naming({"budgettair-neutraal", "trainees"}, {"funds.no_such_pot.filled_by.share=1%"}));
  CHECK(nowhere.names.empty());
  CHECK(nowhere.error ==
        "--set: found \"funds.no_such_pot.filled_by.share=1%\"; none of the scenarios has this section\n");
}

TEST_CASE("a place among the scenarios is where they are tried, and there is one") {
  CompareRequest request = naming({"trainees", "scenarios/municipalities/klein.yaml"});
  std::ostringstream error;
  REQUIRE(take_place(request, error));
  CHECK(request.scenarios == Names{"trainees"});
  CHECK(request.municipality == "scenarios/municipalities/klein.yaml");
  CHECK(selected(request).scenarios[1].municipality.name == "klein");
  request.scenarios.emplace_back("scenarios/regions/stedendriehoek.yaml");
  CHECK_FALSE(take_place(request, error));
  CHECK(lines(error.str()) == 1);
}

TEST_CASE("scenarios over other periods or with other appraisals are not set side by side") {
  const test::Place place;
  const auto plan = [&](const std::string& name, const std::string& more) {
    const auto file = place / (name + ".yaml");
    std::ofstream(file) << "scenario: " << name << "\nextends: trainees\n" << more;
    return file.string();
  };
  const std::string shorter = plan("shorter", "period: {years: 5}\n");
  const std::string rate = plan("rate", "appraisal: {discount_rate: 1%}\n");
  const std::string other_rate = plan("other-rate", "appraisal: {discount_rate: 3%}\n");
  for (const Names& names : {Names{"trainees", shorter}, Names{rate, other_rate}}) {
    CAPTURE(names);
    const Selected result = selected(naming(names));
    CHECK(result.names.empty());
    CHECK(lines(result.error) == 1);
  }
  CHECK(selected(naming({"trainees", rate})).names == Names{"nulalternatief", "trainees", "rate"});
}

TEST_CASE("what is wrong with a file that several scenarios share is said once") {
  const Selected result = selected(naming({"trainees", "boven-formatie"}, {"municipality=grot"}));
  CHECK(result.names.empty());
  CHECK(lines(result.error) == 1);
}
