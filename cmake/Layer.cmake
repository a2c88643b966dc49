# auditor_layer(NAME SOURCES file... [BELOW layer...] [LINKS library...])
#
# A folder of auditor/ is a layer: one static library auditor_NAME. BELOW names every layer it
# may include; tests/guard reads the same list and fails on any other #include.

add_library(auditor_options INTERFACE)
target_compile_features(auditor_options INTERFACE c_std_11)
target_compile_definitions(auditor_options INTERFACE
    _GNU_SOURCE AUDITOR_VERSION="${PROJECT_VERSION}")
target_compile_options(auditor_options INTERFACE -Wall -Wextra -Wpedantic)
target_include_directories(auditor_options INTERFACE ${PROJECT_SOURCE_DIR}/auditor)
if(AUDITOR_WERROR)
    target_compile_options(auditor_options INTERFACE -Werror)
endif()
if(AUDITOR_SANITIZE)
    target_compile_options(auditor_options INTERFACE
        -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(auditor_options INTERFACE -fsanitize=address,undefined)
    target_compile_definitions(auditor_options INTERFACE AUDITOR_SANITIZED=1)
endif()

function(auditor_layer name)
    cmake_parse_arguments(LAYER "" "" "SOURCES;BELOW;LINKS" ${ARGN})
    add_library(auditor_${name} STATIC ${LAYER_SOURCES})
    target_link_libraries(auditor_${name} PUBLIC auditor_options)
    foreach(below ${LAYER_BELOW})
        target_link_libraries(auditor_${name} PUBLIC auditor_${below})
    endforeach()
    target_link_libraries(auditor_${name} PRIVATE ${LAYER_LINKS})
endfunction()
