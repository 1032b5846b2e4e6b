// A replication told again, for other programs: as plots/story.hpp tells it in words.
#pragma once

#include <vector>

#include "models/simulation/story.hpp"
#include "plots/json.hpp"

namespace banenplan::plots {

// {start, months: of the period, who: {group, age, loonwaarde: share, distance: class from 1 to 6},
//  stays[]: {state: TITLE, from, months, ending: chance, term, placement or period, next: TITLE or null, place: PLACE
//            or null, refused: TITLE or null: the state whose contract the money did not allow on the way to `next`},
//  flows[]: {title: TITLE, payer: TITLE, receiver: TITLE, total, euro[]: by month of the period},
//  balances[]: {party: TITLE, euro}: received less paid}
//
// PLACE is {channel, department: TITLE or null, sector or null, hours: a week, or null where not yet drawn}; TITLE is
// {nl, en}; months are written 2027-01. Amounts of one person are not rounded, as the ledger rounds some for all
// people together.
Json story_json(const models::Story& story);

// {refusals[]: {month, person: from 1, or null for a standing cost, contract: TITLE or null, place: PLACE or null
// where
//               it was to follow on another contract, fund: TITLE, part: TITLE or null: the department's, short_in,
//               needed, there},
//  lapsed[]: {month, place: PLACE, count}}
//
// `needed` is what the contract asks of the fund up to the month `short_in`, in which the money would have been gone;
// `there` is what the fund has for it by then, both in euro.
Json refusals_json(const std::vector<models::RefusalText>& refusals, const std::vector<models::LapsedText>& lapsed);

}  // namespace banenplan::plots
