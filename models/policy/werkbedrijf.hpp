// The budget of a Werkbedrijf: what comes in by year, its posts, and the lever that each post moves. It is a
// region's; each municipality has its share of the money and of what the money moves.
//
//   werkbedrijf:
//     paid_by: rijk                     # rijk or gemeente
//     shared_by: register               # over municipalities: register, inhabitants, quotum or equal
//     years: [100000, 500000, 400000]   # euro, from the first year of the period; nothing after them
//     posts:                            # euro over all years, spread as the years are
//       netwerk: {amount: 100000, moves: employers_network, title: {nl: "Netwerkaanpak", en: "Network approach"}}
//
// Levers have a price and a limit (models/parameters/assumptions/werkbedrijf.yaml): employers reached by a campaign,
// in meetings or in a network, places opened, learning places, months of coaching, buddies; `nothing` is for what
// makes the rest possible and moves nothing that is measured.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/policy/municipality.hpp"
#include "models/reading/section.hpp"

namespace banenplan::models {

enum class Lever {
  employers_campaign,
  employers_meetings,
  employers_network,
  places,
  learning_places,
  coaching_months,
  buddies,
  nothing
};

struct WerkbedrijfPost {
  std::string name;
  Title title;
  double amount = 0.0;  // euro over all years
  Lever moves = Lever::nothing;
};

// Part `own` of `whole`, after those before it; so that whole cents can be shared out without one being lost.
struct Share {
  std::int64_t before = 0;
  std::int64_t own = 1;
  std::int64_t whole = 1;

  // Shares of consecutive parts sum to the amount.
  std::int64_t of(std::int64_t amount) const;
  double fraction() const { return static_cast<double>(own) / static_cast<double>(whole); }
};

struct Werkbedrijf {
  enum class SharedBy { register_people, inhabitants, quotum, equal };
  bool paid_by_rijk = true;
  SharedBy shared_by = SharedBy::register_people;
  std::vector<double> years;  // euro
  std::vector<WerkbedrijfPost> posts;
  double region_people = 0.0;  // in the register of the whole region
  Share share;

  bool moves(Lever lever) const;
  // Euro in a year of the period (from 0) on posts that move this lever, in the whole region.
  double spent(Lever lever, int year) const;
  // This municipality's cents in a month of the period (from 0).
  std::int64_t cents(int month) const;
};

// Refused where posts and years do not add up to the same.
Werkbedrijf read_werkbedrijf(const Section& section);

// The share of municipality `number` of a region.
Share share_of(const std::vector<Municipality>& municipalities, std::size_t number, Werkbedrijf::SharedBy shared_by);

}  // namespace banenplan::models
