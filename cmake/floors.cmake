# A floor of the house is a library of all sources in its folder and its rooms; floors link downwards only.

option(BANENPLAN_SANITIZE "Build with the address and undefined-behaviour sanitizers" OFF)
option(BANENPLAN_SANITIZE_THREADS "Build with the thread sanitizer" OFF)

function(house_rules target)
  target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR})
  target_compile_definitions(${target} PUBLIC BANENPLAN_VERSION="${PROJECT_VERSION}")
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Werror
    # g++ 12 warns of overlap in std::string's own operator+ where there is none (GCC bug 105651).
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
    # The same bits on every processor: a contracted multiply-add rounds once where others round twice.
    -ffp-contract=off)
  # With sanitizers g++ takes what they add for uses of what was never set (its manual says so, at -fsanitize); of
  # where each variable is, which a report does not tell, it would keep track for most of the time.
  if(BANENPLAN_SANITIZE OR BANENPLAN_SANITIZE_THREADS)
    target_compile_options(${target} PRIVATE "$<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized;-fno-var-tracking>")
  endif()
  if(BANENPLAN_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(${target} PUBLIC -fsanitize=address,undefined)
  elseif(BANENPLAN_SANITIZE_THREADS)
    target_compile_options(${target} PRIVATE -fsanitize=thread)
    target_link_options(${target} PUBLIC -fsanitize=thread)
  endif()
endfunction()

function(floor name)
  cmake_parse_arguments(ARG "" "" "LINKS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${name}/*.cpp ${PROJECT_SOURCE_DIR}/${name}/*/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  add_library(${name} STATIC ${sources})
  house_rules(${name})
  target_link_libraries(${name} PUBLIC ${ARG_LINKS})
endfunction()
