// What people read, in Dutch or English, from one catalogue (plots/words.yaml), and how numbers are written in each.
#pragma once

namespace banenplan::plots {

enum class Language { dutch, english };

}  // namespace banenplan::plots
