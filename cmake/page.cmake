# The page's scripts and styles, bundled by esbuild when their sources change, as one source file of the floor plots.
# Packages come from npm, exactly those of the lock file, into the build folder.

find_program(NODE NAMES node nodejs REQUIRED)
find_program(NPM npm REQUIRED)

# Installs the packages of a folder with a lock file; `stamp` becomes the file that says so.
function(node_packages source folder stamp)
  set(files)
  foreach(name package.json package-lock.json .npmrc)
    list(APPEND files ${source}/${name})
  endforeach()
  set(${stamp} ${folder}/installed)
  add_custom_command(OUTPUT ${folder}/installed
    COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
    COMMAND ${CMAKE_COMMAND} -E copy ${files} ${folder}
    COMMAND ${CMAKE_COMMAND} -DNPM=${NPM} -DFOLDER=${folder} -P ${PROJECT_SOURCE_DIR}/cmake/npm_ci.cmake
    COMMAND ${CMAKE_COMMAND} -E touch ${folder}/installed
    DEPENDS ${files} VERBATIM COMMENT "Packages of ${source}")
  return(PROPAGATE ${stamp})
endfunction()

file(GLOB page_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/plots/page/*.js ${PROJECT_SOURCE_DIR}/plots/page/*.mjs
  ${PROJECT_SOURCE_DIR}/plots/page/*.css)
node_packages(${PROJECT_SOURCE_DIR}/plots/page ${PROJECT_BINARY_DIR}/page page_packages)
add_custom_command(OUTPUT ${PROJECT_BINARY_DIR}/page/bundle.cpp
  COMMAND ${NODE} ${PROJECT_SOURCE_DIR}/plots/page/build.mjs ${PROJECT_BINARY_DIR}/page
    ${PROJECT_BINARY_DIR}/page/bundle.cpp
  DEPENDS ${page_sources} ${page_packages} VERBATIM COMMENT "Bundling the page")
target_sources(plots PRIVATE ${PROJECT_BINARY_DIR}/page/bundle.cpp)
