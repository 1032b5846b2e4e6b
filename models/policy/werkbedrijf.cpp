#include "models/policy/werkbedrijf.hpp"

#include <algorithm>
#include <cmath>

#include "engine/calendar.hpp"

namespace banenplan::models {
namespace {

constexpr double most_euros = 1e9;
constexpr double cents_per_euro = 100.0;

std::int64_t weight(const Municipality& municipality, Werkbedrijf::SharedBy shared_by) {
  using enum Werkbedrijf::SharedBy;
  switch (shared_by) {
    case register_people:
      return std::llround(municipality.register_people);
    case inhabitants:
      return std::llround(municipality.inhabitants);
    case quotum:
      return std::llround(municipality.quotum_jobs);
    case equal:
      break;
  }
  return 1;
}

double sum_of(const std::vector<double>& amounts) {
  double sum = 0.0;
  for (const double amount : amounts) sum += amount;
  return sum;
}

}  // namespace

std::int64_t Share::of(std::int64_t amount) const {
  return amount * (before + own) / whole - amount * before / whole;
}

bool Werkbedrijf::moves(Lever lever) const {
  return std::any_of(posts.begin(), posts.end(),
                     [&](const WerkbedrijfPost& post) { return post.moves == lever && post.amount > 0.0; });
}

double Werkbedrijf::spent(Lever lever, int year) const {
  if (year >= static_cast<int>(years.size())) return 0.0;
  double amount = 0.0;
  for (const WerkbedrijfPost& post : posts) amount += post.moves == lever ? post.amount : 0.0;
  return amount * years[static_cast<std::size_t>(year)] / sum_of(years);
}

std::int64_t Werkbedrijf::cents(int month) const {
  const int year = month / engine::months_per_year;
  if (year >= static_cast<int>(years.size())) return 0;
  const std::int64_t in_year = std::llround(years[static_cast<std::size_t>(year)] * cents_per_euro);
  const Share of_year{month % engine::months_per_year, 1, engine::months_per_year};
  return share.of(of_year.of(in_year));
}

Werkbedrijf read_werkbedrijf(const Section& section) {
  Werkbedrijf werkbedrijf;
  werkbedrijf.paid_by_rijk = section.choice<bool>("paid_by", {{"rijk", true}, {"gemeente", false}}, true);
  werkbedrijf.shared_by = section.choice<Werkbedrijf::SharedBy>("shared_by",
                                                                {{"register", Werkbedrijf::SharedBy::register_people},
                                                                 {"inhabitants", Werkbedrijf::SharedBy::inhabitants},
                                                                 {"quotum", Werkbedrijf::SharedBy::quotum},
                                                                 {"equal", Werkbedrijf::SharedBy::equal}},
                                                                Werkbedrijf::SharedBy::register_people);
  werkbedrijf.years = section.numbers("years", {0, most_euros}, {1, 40});
  double posts = 0.0;
  for (const auto& [name, entry] : section.section("posts").entries()) {
    WerkbedrijfPost post;
    post.name = name;
    post.title = entry.title("title", Title{name, name});
    post.amount = entry.euros("amount", {0, most_euros});
    post.moves = entry.choice<Lever>("moves", {{"employers_campaign", Lever::employers_campaign},
                                               {"employers_meetings", Lever::employers_meetings},
                                               {"employers_network", Lever::employers_network},
                                               {"places", Lever::places},
                                               {"learning_places", Lever::learning_places},
                                               {"coaching_months", Lever::coaching_months},
                                               {"buddies", Lever::buddies},
                                               {"nothing", Lever::nothing}});
    posts += post.amount;
    werkbedrijf.posts.push_back(std::move(post));
  }
  const double years = sum_of(werkbedrijf.years);
  if (std::llround(posts * cents_per_euro) != std::llround(years * cents_per_euro)) {
    const auto euros = [](double amount) { return std::to_string(std::llround(amount)); };
    section.refuse("posts", "found posts of " + euros(posts) + " euro in all",
                   "as much as the years, which add up to " + euros(years));
  }
  return werkbedrijf;
}

Share share_of(const std::vector<Municipality>& municipalities, std::size_t number, Werkbedrijf::SharedBy shared_by) {
  Share share{0, 0, 0};
  for (std::size_t k = 0; k < municipalities.size(); ++k) {
    const std::int64_t own = weight(municipalities[k], shared_by);
    if (k < number) share.before += own;
    if (k == number) share.own = own;
    share.whole += own;
  }
  return share.whole > 0
             ? share
             : Share{static_cast<std::int64_t>(number), 1, static_cast<std::int64_t>(municipalities.size())};
}

}  // namespace banenplan::models
