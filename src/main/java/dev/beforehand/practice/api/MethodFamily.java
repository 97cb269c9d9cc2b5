package dev.beforehand.practice.api;

import java.util.List;

/** Methods whose names begin alike. */
interface MethodFamily {

    List<Method> methods();
}
