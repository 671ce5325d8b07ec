# retake_room(NAME [SOURCES ...] [USES rooms ...] [LINKS libraries ...])
# One static library a folder of src/ (and ui/). USES names the rooms below that it may enter; the
# include-direction test (tests/house) holds the sources to the same list.
function(retake_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;USES;LINKS" ${ARGN})
    add_library(retake_${name} STATIC ${ROOM_SOURCES})
    target_link_libraries(retake_${name} PUBLIC retake_common ${ROOM_LINKS})
    foreach(used IN LISTS ROOM_USES)
        target_link_libraries(retake_${name} PUBLIC retake_${used})
    endforeach()
endfunction()
