#include "models/policy/channel_plan.hpp"

#include <cmath>

namespace banenplan::models {
namespace {

constexpr int smallest_group = 5;
constexpr int largest_group = 10;

const std::vector<std::string_view> scales = {"a", "1", "2", "3", "4", "5", "6", "7", "8"};  // from low to high

CarvingPlan read_carving(const Section& section) {
  const std::vector<std::string_view> steps = {"lowest", "highest"};
  CarvingPlan carving;
  const std::size_t from = section.choice_index("from_scale", scales);
  const std::size_t to = section.choice_index("to_scale", scales, 0);
  carving.from_scale = scales[from];
  carving.to_scale = scales[to];
  carving.from_step = steps[section.choice_index("from_step", steps, 1)];
  carving.to_step = steps[section.choice_index("to_step", steps, 0)];
  carving.hours_given_up = section.number("hours_given_up", {1, 36}, 8.0);
  if (from <= to) {
    section.refuse("from_scale", "found a scale that is not higher than the one it pays for",
                   "hours of a high scale free the budget for a job in a lower one, as from_scale: 8, to_scale: 1");
  }
  if (section.has("hours")) {
    section.refuse(
        "hours", "found hours beside from_scale",
        "one of the two: the hours that are freed follow from the scales; hours of an extended scenario are "
        "taken away as `hours: ~`");
  }
  return carving;
}

void read_secondment(const Section& section, ChannelPlan& channel) {
  channel.per_year = section.number("per_year", {0, 1000});
  channel.group_size = section.whole("group_size", 1, largest_group, 1);
  channel.coordinator_fte = section.number("coordinator_fte", {0, 5}, 0.0);
  if (channel.group_size > 1 && channel.group_size < smallest_group) {
    section.refuse("group_size", "found a group of " + std::to_string(channel.group_size),
                   "people are seconded one by one (1) or in a group of 5 to 10");
  }
  if (channel.group_size == 1 && channel.coordinator_fte > 0.0) {
    section.refuse("coordinator_fte", "found a coordinator without a group",
                   "a `group_size` of 5 to 10; one by one people have a jobcoach");
  }
}

std::vector<Sector> read_sectors(const Section& section) {
  const auto written = section.optional_section("sectors");
  if (!written) return {{"", 1.0}};
  std::vector<Sector> sectors;
  double sum = 0.0;
  for (const auto& [name, share] : written->numbers_by_name(any_share)) {
    if (!is_name(name)) {
      written->refuse(name, "found " + quote(name),
                      "a name has lower-case letters, digits, _ and -, and starts with a letter");
    }
    sectors.push_back({name, share});
    sum += share;
  }
  if (std::abs(sum - 1.0) > 1e-9) {
    section.refuse("sectors", "found shares that do not sum to 100 %", "the sectors together have all places");
  }
  return sectors;
}

ChannelPlan read_channel(const std::string& name, ChannelKind kind, const Section& section) {
  using enum ChannelKind;
  ChannelPlan channel;
  channel.name = name;
  channel.kind = kind;
  if (kind == job_carving && section.has("from_scale")) {
    channel.carving = read_carving(section);
  } else {
    channel.hours = section.interval("hours", {1, 40});
    if (std::ceil(channel.hours.low) > std::floor(channel.hours.high)) {
      section.refuse("hours", "found no whole hour", "contracts have whole hours a week, as [24, 32]");
    }
  }
  channel.stays_open = section.number("stays_open", {1, 120});
  if (kind == functiecreatie || kind == job_carving) {
    channel.per_department_per_year = section.number("per_department_per_year", {0, 100});
  }
  if (kind == trainee_pool || kind == beschut_werk) {
    channel.places = section.number("places", {1, 1000});
    channel.intake_every = section.whole("intake_every", 1, 60, 12);
  }
  if (kind == detachering) read_secondment(section, channel);
  if (kind == regular_employers) {
    channel.per_1000_people = section.number("per_1000_people", {0, 1000}, 0.0);
    channel.sectors = read_sectors(section);
  }
  if (kind == leerwerkplek) channel.per_year = section.number("per_year", {0, 1000});
  if (kind == retirement) channel.overlap_months = section.number("overlap_months", {0, 12});
  channel.route = read_route(section);
  if (kind == beschut_werk && channel.route.empty()) channel.route = {Stage::beschut};
  if (kind == regular_employers && channel.route.empty()) channel.route = {Stage::elders};
  return channel;
}

}  // namespace

std::vector<ChannelPlan> read_channels(const Section& openings) {
  using enum ChannelKind;
  const std::pair<const char*, ChannelKind> kinds[] = {
      {"open_vacancy", open_vacancy},     {"natural_turnover", natural_turnover},
      {"functiecreatie", functiecreatie}, {"job_carving", job_carving},
      {"trainee_pool", trainee_pool},     {"retirement", retirement},
      {"detachering", detachering},       {"leerwerkplek", leerwerkplek},
      {"beschut_werk", beschut_werk},     {"regular_employers", regular_employers}};
  std::vector<ChannelPlan> channels;
  for (const auto& [name, kind] : kinds) {
    if (const auto channel = openings.optional_section(name)) channels.push_back(read_channel(name, kind, *channel));
  }
  return channels;
}

}  // namespace banenplan::models
