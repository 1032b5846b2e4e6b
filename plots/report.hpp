// `report.html`: what a comparison found, to read on a phone, a desk or paper. One file without scripts, that fetches
// nothing; its content-security policy forbids both. The answer stands on top, then figures, charts, what each
// scenario is, the assumptions, and how it was computed.
#pragma once

#include <string>

#include "plots/summary.hpp"
#include "plots/words.hpp"

namespace banenplan::plots {

// `summary` is the one of the comparison. The same comparison gives the same bytes.
std::string report_html(const models::Comparison& comparison, const Summary& summary, const Words& words);

}  // namespace banenplan::plots
