#include "app/ranks.hpp"

#ifdef BANENPLAN_MPI
// The C++ bindings of MPI are withdrawn; its C header must not look for them.
#define OMPI_SKIP_MPICXX 1
#define MPICH_SKIP_MPICXX 1
#include <cstdlib>
#include <mpi.h>

namespace banenplan::app {
namespace {

bool started_under_mpi() {
  return std::getenv("PMIX_RANK") != nullptr || std::getenv("OMPI_COMM_WORLD_SIZE") != nullptr;
}

}  // namespace

Ranks::Ranks() {
  if (!started_under_mpi()) return;
  int given = 0;
  // Threads compute; only the first talks to others.
  MPI_Init_thread(nullptr, nullptr, MPI_THREAD_FUNNELED, &given);
  MPI_Comm_rank(MPI_COMM_WORLD, &rank_);
  MPI_Comm_size(MPI_COMM_WORLD, &count_);
}

Ranks::~Ranks() {
  if (started_under_mpi()) MPI_Finalize();
}

void Ranks::gather(engine::Run& run) const {
  if (count_ == 1) return;
  auto size = static_cast<int>(run.outcomes.empty() ? 0 : run.outcomes.front().size());
  MPI_Bcast(&size, 1, MPI_INT, 0, MPI_COMM_WORLD);
  for (std::size_t number = 0; number < run.outcomes.size(); ++number) {
    auto& outcome = run.outcomes[number];
    outcome.resize(static_cast<std::size_t>(size));
    MPI_Bcast(outcome.data(), size, MPI_DOUBLE, static_cast<int>(number) % count_, MPI_COMM_WORLD);
  }
}

}  // namespace banenplan::app

#else

namespace banenplan::app {

Ranks::Ranks() = default;
Ranks::~Ranks() = default;
void Ranks::gather(engine::Run& /*run*/) const {}

}  // namespace banenplan::app

#endif
