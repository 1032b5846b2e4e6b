#include "plots/story.hpp"

#include <algorithm>
#include <cmath>

#include "plots/table.hpp"
#include "plots/text.hpp"

namespace banenplan::plots {
namespace {

using models::StoryStay;

std::int64_t whole_cents(double euro) {
  return std::llround(euro * 100.0);
}

// jan. 2027 – mrt. 2027, or one month; `to` is the month after the last.
std::string months(engine::Month from, engine::Month to, const Words& words) {
  const std::string first = words.month(from);
  return to - from <= 1 ? first : first + " – " + words.month(to - 1);
}

std::string place_text(const models::PlaceText& place, const Words& words) {
  std::string text = place.channel;
  if (place.department) text += ", " + words.of(*place.department);
  if (!place.sector.empty()) text += ", " + place.sector;
  return text;
}

std::string ending_text(const StoryStay& stay, const Words& words) {
  std::string text;
  switch (stay.ending) {
    case StoryStay::Ending::period:
      return words("story.lasts");
    case StoryStay::Ending::placement:
      return words("story.placed", {{"state", words.of(stay.next)},
                                    {"place", place_text(*stay.place, words)},
                                    {"hours", words.number(stay.place->hours)}});
    case StoryStay::Ending::chance:
    case StoryStay::Ending::term:
      text = words(stay.ending == StoryStay::Ending::term ? "story.term" : "story.chance",
                   {{"state", words.of(stay.next)}});
  }
  const std::string& refused = words.of(stay.refused);
  return refused.empty() ? text : text + " " + words("story.refused", {{"state", refused}});
}

// Each flow of a stay, a line for each amount.
void add_payments(const models::Story& story, const StoryStay& stay, engine::Month start, const Words& words,
                  Table& table) {
  const auto first = static_cast<std::size_t>(stay.from - start);
  const auto end = static_cast<std::size_t>(stay.to - start);
  for (const models::StoryFlow& flow : story.flows) {
    for (std::size_t from = first; from < end;) {
      const std::int64_t cents = whole_cents(flow.euro[from]);
      std::size_t to = from + 1;
      while (to < end && whole_cents(flow.euro[to]) == cents) ++to;
      if (cents != 0) {
        table.rows.push_back({{months(start + static_cast<int>(from), start + static_cast<int>(to), words)},
                              {words.of(flow.title)},
                              {words.cents(cents)},
                              {words.of(flow.payer)},
                              {words.of(flow.receiver)}});
      }
      from = to;
    }
  }
}

Table payments_table(const Words& words) {
  return {"",
          {{words("story.months")},
           {words("story.flow")},
           {words("story.a_month"), Alignment::right},
           {words("story.payer")},
           {words("story.receiver")}},
          {}};
}

Table totals_by_flow(const models::Story& story, const Words& words) {
  Table table{words("story.by_flow"),
              {{words("story.flow")},
               {words("story.total"), Alignment::right},
               {words("story.payer")},
               {words("story.receiver")}},
              {}};
  for (const models::StoryFlow& flow : story.flows) {
    table.rows.push_back({{words.of(flow.title)},
                          {words.cents(whole_cents(flow.total()))},
                          {words.of(flow.payer)},
                          {words.of(flow.receiver)}});
  }
  return table;
}

// What each party received less what it paid.
Table totals_by_party(const models::Story& story, const Words& words) {
  Table table{words("story.by_party"), {{words("story.party")}, {words("story.net"), Alignment::right}}, {}};
  const std::vector<double> balances = story.balances();
  for (std::size_t k = 0; k < balances.size(); ++k) {
    if (whole_cents(balances[k]) != 0)
      table.rows.push_back({{words.of(story.accounts[k])}, {words.cents(whole_cents(balances[k]))}});
  }
  return table;
}

}  // namespace

std::string story_text(const models::Story& story, const Words& words) {
  std::string text = terminal_lines(words("story.who", {{"group", words("story.group." + story.group)},
                                                        {"age", words.number(story.age)},
                                                        {"loonwaarde", words.share(story.loonwaarde / 100.0, 0)},
                                                        {"distance", words.number(story.distance)}}));
  const engine::Month start = story.start;
  for (const StoryStay& stay : story.stays) {
    if (stay.from == stay.to) continue;  // begins where the period ends
    text += "\n" + terminal_lines(words("story.stay", {{"months", months(stay.from, stay.to, words)},
                                                       {"count", words.number(stay.to - stay.from)},
                                                       {"state", words.of(stay.state)}}));
    Table table = payments_table(words);
    add_payments(story, stay, start, words, table);
    if (!table.rows.empty()) text += "\n" + terminal_text(table) + "\n";
    text += terminal_lines(ending_text(stay, words));
  }
  if (story.flows.empty()) return text;
  return text + "\n" + terminal_text(totals_by_flow(story, words)) + "\n" +
         terminal_text(totals_by_party(story, words));
}

std::string refusals_text(const std::vector<models::RefusalText>& refusals,
                          const std::vector<models::LapsedText>& lapsed, const Words& words) {
  std::string text;
  if (refusals.empty()) text += terminal_lines(words("story.none_refused"));
  if (!refusals.empty()) {
    Table table{words("story.refusals", {{"count", words.number(static_cast<double>(refusals.size()))}}),
                {{words("story.month")},
                 {words("story.person"), Alignment::right},
                 {words("story.place")},
                 {words("story.contract")},
                 {words("story.fund")},
                 {words("story.needed"), Alignment::right},
                 {words("story.there"), Alignment::right},
                 {words("story.short_in")}},
                {}};
    for (const models::RefusalText& refusal : refusals) {
      table.rows.push_back({{words.month(refusal.month)},
                            {refusal.person ? std::to_string(*refusal.person + 1) : "–"},
                            {refusal.place    ? place_text(*refusal.place, words)
                             : refusal.person ? words("story.follows")
                                              : "–"},
                            {refusal.person ? words.of(refusal.state) : words("story.standing")},
                            {words.of(refusal.fund) + (refusal.part ? ", " + words.of(*refusal.part) : "")},
                            {words.cents(whole_cents(refusal.needed))},
                            {words.cents(whole_cents(refusal.there))},
                            {words.month(refusal.short_in)}});
    }
    text += terminal_text(table) + "\n" + terminal_lines(words("story.how_to_read"));
  }
  if (lapsed.empty()) return text;
  Table table{words("story.lapsed"),
              {{words("story.month")}, {words("story.place")}, {words("story.count"), Alignment::right}},
              {}};
  for (const models::LapsedText& one : lapsed)
    table.rows.push_back(
        {{words.month(one.month)}, {place_text(one.place, words)}, {words.number(static_cast<double>(one.count))}});
  return text + "\n" + terminal_text(table);
}

}  // namespace banenplan::plots
