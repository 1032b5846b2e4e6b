#include "plots/story_json.hpp"

#include "plots/provenance.hpp"

namespace banenplan::plots {
namespace {

using models::StoryStay;

Json title_or_null(const models::Title& title) {
  return title.dutch.empty() && title.english.empty() ? Json(nullptr) : title_json(title);
}

Json title_or_null(const std::optional<models::Title>& title) {
  return title ? title_json(*title) : Json(nullptr);
}

Json place_json(const models::PlaceText& place) {
  return {{"channel", place.channel},
          {"department", title_or_null(place.department)},
          {"sector", place.sector.empty() ? Json(nullptr) : Json(place.sector)},
          {"hours", place.hours == 0 ? Json(nullptr) : Json(place.hours)}};
}

Json place_or_null(const std::optional<models::PlaceText>& place) {
  return place ? place_json(*place) : Json(nullptr);
}

const char* name_of(StoryStay::Ending ending) {
  static constexpr const char* names[] = {"chance", "term", "placement", "period"};
  return names[static_cast<std::size_t>(ending)];
}

}  // namespace

Json story_json(const models::Story& story) {
  Json json{{"start", date_text(story.start)},
            {"months", story.stays.back().to - story.start},
            {"who",
             {{"group", story.group},
              {"age", story.age},
              {"loonwaarde", story.loonwaarde / 100.0},
              {"distance", story.distance}}},
            {"stays", Json::array()},
            {"flows", Json::array()},
            {"balances", Json::array()}};
  for (const StoryStay& stay : story.stays) {
    if (stay.from == stay.to) continue;  // begins where the period ends
    json["stays"].push_back({{"state", title_json(stay.state)},
                             {"from", date_text(stay.from)},
                             {"months", stay.to - stay.from},
                             {"ending", name_of(stay.ending)},
                             {"next", title_or_null(stay.next)},
                             {"place", place_or_null(stay.place)},
                             {"refused", title_or_null(stay.refused)}});
  }
  for (const models::StoryFlow& flow : story.flows) {
    json["flows"].push_back({{"title", title_json(flow.title)},
                             {"payer", title_json(flow.payer)},
                             {"receiver", title_json(flow.receiver)},
                             {"total", flow.total()},
                             {"euro", flow.euro}});
  }
  const std::vector<double> balances = story.balances();
  for (std::size_t k = 0; k < balances.size(); ++k)
    json["balances"].push_back({{"party", title_json(story.accounts[k])}, {"euro", balances[k]}});
  return json;
}

Json refusals_json(const std::vector<models::RefusalText>& refusals, const std::vector<models::LapsedText>& lapsed) {
  Json json{{"refusals", Json::array()}, {"lapsed", Json::array()}};
  for (const models::RefusalText& refusal : refusals) {
    json["refusals"].push_back({{"month", date_text(refusal.month)},
                                {"person", refusal.person ? Json(*refusal.person + 1) : Json(nullptr)},
                                {"contract", title_or_null(refusal.state)},
                                {"place", place_or_null(refusal.place)},
                                {"fund", title_json(refusal.fund)},
                                {"part", title_or_null(refusal.part)},
                                {"short_in", date_text(refusal.short_in)},
                                {"needed", refusal.needed},
                                {"there", refusal.there}});
  }
  for (const models::LapsedText& one : lapsed) {
    json["lapsed"].push_back(
        {{"month", date_text(one.month)}, {"place", place_json(one.place)}, {"count", one.count}});
  }
  return json;
}

}  // namespace banenplan::plots
