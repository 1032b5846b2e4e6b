# Runs npm ci in FOLDER; says in one line what to do when it fails.
execute_process(COMMAND ${NPM} ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error
  WORKING_DIRECTORY ${FOLDER} RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE said)
if(failed)
  file(WRITE ${FOLDER}/npm.log "${said}")
  message(FATAL_ERROR "npm: de pakketten van de pagina zijn niet op te halen; is het register van npm (npm config get registry) te bereiken? Zie ${FOLDER}/npm.log")
endif()
