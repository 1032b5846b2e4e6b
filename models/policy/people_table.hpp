// A municipality's own table of its people in the register, without anything that tells who they are:
//
//   group,loonwaarde,hours,age,household,distance,state,months
//   participatiewet,57%,28,34,single,4,regular_job,14
//   wajong,,24,29,none,3,mover,2
//
// group: as in models/policy/groups.hpp. loonwaarde: whole percent of the minimum wage. hours: paid a week when
// working elsewhere. age: years. household: benefit for a single person, for a couple, or none. distance: to work,
// Sol's classes 1 to 6. state (mover, stayer, regular_job or dropped_out) and months in it may be left out: then they
// are drawn. So is what stands empty of loonwaarde, hours, household and distance.
//
// A column of names, of dates of birth, of addresses or of a burgerservicenummer (BSN) is refused, by its name or by
// what stands in it, and nothing of it is repeated in a message: the tool needs none.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/reading/csv.hpp"

namespace banenplan::models {

struct RegisteredPerson {
  std::size_t group = 0;          // place in group_names
  std::optional<int> loonwaarde;  // nothing: drawn, as below
  std::optional<int> hours;
  int age = 0;
  std::optional<int> household;  // the trait's level: 0 single, 1 couple, 2 none
  std::optional<int> distance;   // the trait's level: the class less 1
  std::string state;             // of the pathway; empty: drawn
  int months = 0;                // in that state
};

// Nothing when the table is refused; then `problems` says why.
std::optional<std::vector<RegisteredPerson>> people_of(const Csv& csv, Problems& problems);

// Whether a text is a number of nine digits (or eight, where a first zero fell off) that passes the eleven-test of a
// BSN.
bool is_bsn(std::string_view text);

}  // namespace banenplan::models
