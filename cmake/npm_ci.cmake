# Runs npm ci in FOLDER; says in one line, which begins with "npm: ", what to do when it fails.
execute_process(COMMAND ${NPM} ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error
  --fetch-retries=1 --fetch-retry-mintimeout=2000
  WORKING_DIRECTORY ${FOLDER} RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE said)
if(failed)
  file(WRITE ${FOLDER}/npm.log "${said}")
  execute_process(COMMAND ${CMAKE_COMMAND} -E echo "npm: pakketten van de pagina zijn niet op te halen; is het register (npm config get registry) te bereiken? Zie ${FOLDER}/npm.log")
  message(FATAL_ERROR "npm ci")
endif()
