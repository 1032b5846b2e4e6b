#include "app/door.hpp"

int main(int argument_count, char** arguments) {
  return banenplan::app::door(argument_count, arguments);
}
