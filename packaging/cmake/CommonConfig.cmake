# One INTERFACE target carries the language level, the warnings and the Qt defines that every room obeys.
option(RETAKE_WERROR "Treat warnings as errors" OFF)
set(RETAKE_SANITIZE OFF CACHE STRING "address (with undefined behaviour), thread, or OFF")
set_property(CACHE RETAKE_SANITIZE PROPERTY STRINGS OFF address thread)

add_library(retake_common INTERFACE)
target_compile_features(retake_common INTERFACE cxx_std_20)
target_include_directories(retake_common INTERFACE "${CMAKE_SOURCE_DIR}/src")
target_compile_options(retake_common INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast
    -Wcast-align -Wnull-dereference -Wextra-semi -Wvla -Werror=return-type)
target_compile_definitions(retake_common INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_JAVA_STYLE_ITERATORS QT_NO_KEYWORDS
    QT_NO_QEXCHANGE QT_NO_CONTEXTLESS_CONNECT QT_STRICT_ITERATORS QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    RETAKE_VERSION="${PROJECT_VERSION}")
if(RETAKE_WERROR)
    target_compile_options(retake_common INTERFACE -Werror)
endif()
if(RETAKE_SANITIZE STREQUAL "address")
    add_compile_options(-fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    add_link_options(-fsanitize=address,undefined)
elseif(RETAKE_SANITIZE STREQUAL "thread")
    add_compile_options(-fsanitize=thread -fno-omit-frame-pointer)
    add_link_options(-fsanitize=thread)
elseif(RETAKE_SANITIZE)
    message(FATAL_ERROR "RETAKE_SANITIZE is address, thread or OFF")
endif()
