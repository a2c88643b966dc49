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

# A release is optimised over all layers at once, which spares 4 % of an audit's time. The objects hold machine code too, so
# that only programs marked with auditor_whole_program() pay for it when they are linked, not the many small ones of the tests.
if(CMAKE_C_COMPILER_ID STREQUAL "GNU" AND CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_options(auditor_options INTERFACE -flto=auto -ffat-lto-objects)
    target_link_options(auditor_options INTERFACE
        $<IF:$<BOOL:$<TARGET_PROPERTY:AUDITOR_WHOLE_PROGRAM>>,-flto=auto,-fno-lto>)
endif()

function(auditor_whole_program target)
    set_target_properties(${target} PROPERTIES AUDITOR_WHOLE_PROGRAM ON)
endfunction()

function(auditor_layer name)
    cmake_parse_arguments(LAYER "" "" "SOURCES;BELOW;LINKS" ${ARGN})
    add_library(auditor_${name} STATIC ${LAYER_SOURCES})
    target_link_libraries(auditor_${name} PUBLIC auditor_options)
    foreach(below ${LAYER_BELOW})
        target_link_libraries(auditor_${name} PUBLIC auditor_${below})
    endforeach()
    target_link_libraries(auditor_${name} PRIVATE ${LAYER_LINKS})
endfunction()
