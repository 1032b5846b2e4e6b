#include "models/simulation/levers.hpp"

#include <cmath>

#include "tests/models/shipped.hpp"

using namespace banenplan::models;

TEST_CASE("the first unit costs its price, each further one more, and there is a limit") {
  CHECK(response(0.0, 40.0) == 0.0);
  CHECK(response(0.01, 40.0) == Approx(0.01).epsilon(1e-3));
  CHECK(response(40.0, 40.0) == Approx(40.0 * (1.0 - std::exp(-1.0))));
  CHECK(response(1e6, 40.0) == Approx(40.0));
  CHECK(response(10.0, 0.0) == 0.0);
  double before = 0.0, gain = 1e9;
  for (int units = 1; units <= 100; ++units) {
    const double now = response(units, 40.0);
    CHECK(now - before < gain);
    gain = now - before;
    before = now;
  }
}

TEST_CASE("the employers that the network approach of Zaanstreek-Waterland reaches") {
  // EUR 100,000 for three rounds of 15 to 20 employers (begroting, post 4), before diminishing returns.
  Werkbedrijf werkbedrijf;
  werkbedrijf.years = {100'000};
  werkbedrijf.posts = {{"netwerk", {}, 100'000, Lever::employers_network}};
  werkbedrijf.region_people = 5100;
  const Moved moved = moved_in(werkbedrijf, Assumptions(), 0);
  CHECK(moved.employers == Approx(204.0 * (1.0 - std::exp(-52.5 / 204.0))).epsilon(1e-3));
  CHECK(moved.places == 0.0);
  CHECK(moved_in(werkbedrijf, Assumptions(), 1).employers == 0.0);
}

TEST_CASE("months of coaching and buddies reach a share of those at work") {
  Werkbedrijf werkbedrijf;
  werkbedrijf.years = {1'000'000};
  werkbedrijf.posts = {{"coaching", {}, 500'000, Lever::coaching_months}, {"buddies", {}, 500'000, Lever::buddies}};
  werkbedrijf.region_people = 5000;
  const Moved moved = moved_in(werkbedrijf, Assumptions(), 0);
  const double working = 0.52 * 5000;
  CHECK(moved.coached == Approx(0.3 * (1.0 - std::exp(-500'000 / 458.0 / 12 / working / 0.3))));
  CHECK(moved.buddies == Approx(0.4 * (1.0 - std::exp(-500'000 / 1200.0 / working / 0.4))));
}
