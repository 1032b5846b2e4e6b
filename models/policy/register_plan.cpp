#include "models/policy/register_plan.hpp"

namespace banenplan::models {

RegisterPlan read_register(const Section& section) {
  RegisterPlan plan;
  plan.loonwaarde_grows = section.boolean("loonwaarde_grows", false);
  plan.tail = section.boolean("tail", false);
  plan.school_leavers = section.boolean("school_leavers", false);
  return plan;
}

}  // namespace banenplan::models
