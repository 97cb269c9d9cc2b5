package dev.beforehand.practice.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses what another website's page asks in the name of the person at the browser: the page's own script sends a
 * header that others may not, and the browser says where a request comes from.
 */
final class SameOrigin implements HandlerInterceptor {

    static final String HEADER = "X-Practice-Page";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (request.getMethod().equals("GET") || comesFromThePage(request)) {
            return true;
        }
        response.sendError(HttpServletResponse.SC_FORBIDDEN, "Only the practice page itself may ask for this.");
        return false;
    }

    private static boolean comesFromThePage(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return request.getHeader(HEADER) != null
                && (site == null || site.equals("same-origin"))
                && isOwn(request.getHeader("Origin"), request);
    }

    private static boolean isOwn(@Nullable String origin, HttpServletRequest request) {
        if (origin == null) {
            return true;
        }
        try {
            return request.getHeader("Host").equals(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
