// The door of the program: what was asked on the command line, and the exit code that answers it.
#pragma once

namespace banenplan::app {

enum class ExitCode { done = 0, could_not_finish = 1, request_is_wrong = 2, interrupted = 130 };

// Runs the command that the arguments name and returns its exit code.
int door(int argument_count, const char* const* arguments);

}  // namespace banenplan::app
