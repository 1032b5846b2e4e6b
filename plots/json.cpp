#include "plots/json.hpp"

namespace banenplan::plots {

Json title_json(const models::Title& title) {
  return {{"nl", title.dutch}, {"en", title.english}};
}

std::string json_text(const Json& json) {
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace banenplan::plots
