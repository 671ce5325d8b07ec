# format: rewrites; format-check and lint: read only, and fail on the first finding.
find_program(RETAKE_CLANG_FORMAT clang-format)
find_program(RETAKE_CLANG_TIDY NAMES run-clang-tidy run-clang-tidy-14)
file(GLOB_RECURSE RETAKE_SOURCES CONFIGURE_DEPENDS
    "${CMAKE_SOURCE_DIR}/app/*.cpp" "${CMAKE_SOURCE_DIR}/app/*.h"
    "${CMAKE_SOURCE_DIR}/src/*.cpp" "${CMAKE_SOURCE_DIR}/src/*.h"
    "${CMAKE_SOURCE_DIR}/ui/*.cpp" "${CMAKE_SOURCE_DIR}/ui/*.h"
    "${CMAKE_SOURCE_DIR}/tests/*.cpp" "${CMAKE_SOURCE_DIR}/tests/*.h")
if(RETAKE_CLANG_FORMAT)
    add_custom_target(format COMMAND "${RETAKE_CLANG_FORMAT}" -i ${RETAKE_SOURCES} VERBATIM)
    add_custom_target(format-check COMMAND "${RETAKE_CLANG_FORMAT}" --dry-run --Werror ${RETAKE_SOURCES} VERBATIM)
endif()
if(RETAKE_CLANG_TIDY)
    add_custom_target(lint
        COMMAND "${RETAKE_CLANG_TIDY}" -quiet -p "${CMAKE_BINARY_DIR}" "^${CMAKE_SOURCE_DIR}/(app|src|ui)/"
        WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}" VERBATIM)
endif()
