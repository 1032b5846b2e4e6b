#include "plots/words.hpp"
