#include "tests/benchmark/models.hpp"

#include <stdexcept>

#include "models/general/model_file.hpp"
#include "models/simulation/banenafspraak.hpp"

namespace banenplan::benchmark {

engine::Program published(const std::string& stem) {
  models::Problems problems;
  const auto model = models::read_model(PROJECT_FOLDER "/tests/published/" + stem + ".yaml", problems);
  if (!model) throw std::runtime_error(problems.error_lines().front());
  return model->strategies.front().program;
}

engine::Program scenario(const std::string& name) {
  models::Problems problems;
  models::ScenarioRequest request;
  request.name_or_file = name;
  const auto found = models::read_scenario(request, problems);
  if (!found) throw std::runtime_error(problems.error_lines().front());
  return models::compile(*found, models::Tariffs()).program;
}

engine::Program with_uncertain_exits(engine::Program program) {
  for (const engine::State& state : program.states) {
    for (const engine::Exit& exit : state.exits) {
      for (const engine::ValueIndex index : exit.by_time_in_state.value) {
        const double base = program.values[static_cast<std::size_t>(index)];
        program.uncertain.push_back(
            {index, 0, {engine::Distribution::Kind::uniform, 0.9 * base, base, 1.1 * base}, engine::Form::as_it_is});
      }
    }
  }
  return program;
}

engine::Program queue(std::int32_t people, bool open) {
  constexpr std::int32_t months = 1200;
  engine::Program program;
  program.steps = program.plan_steps = months;
  program.values = {1.0, 0.0, static_cast<double>(places_a_month)};
  program.population.at_start = people;
  program.population.start = {{0, 0, 0}};
  program.population.attributes.assign(2, {engine::Attribute::Kind::set_by_placement, engine::none, 0, engine::none});
  program.population.contract_hours_attribute = 0;
  program.openings.channel_attribute = program.openings.priority_attribute = 1;
  program.openings.lanes.assign(2, 0);
  engine::Channel channel;
  channel.capacity = open ? 2 : 1;
  channel.stays_open = channel.match_probability = channel.hours_low = channel.hours_high = 0;
  channel.to = 1;
  channel.level = 1;
  program.openings.channels = {channel};
  program.states.resize(2);
  program.states[0].waits = true;
  program.states[1].duration = 0;
  program.states[1].at_expiry = {{0, 0}};
  program.curves.emplace_back(static_cast<std::size_t>(months) + 1, 1.0);
  program.measures = {
      {{{{engine::Series::Kind::entries, 1}, 1.0, engine::none}}, engine::Measure::Over::weighted, 0}};
  return program;
}

}  // namespace banenplan::benchmark
