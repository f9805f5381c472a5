package fr.allervers.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/** Says to people what happened, what was kept and what to do, whatever a handler throws. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAdvice.class);

    private final Problems problems;

    ErrorAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ModelAndView refused(UserError error, HttpServletRequest request, HttpServletResponse response) {
        return problems.show(problems.of(error), request, response);
    }

    @ExceptionHandler
    ModelAndView forbidden(AccessDeniedException error, HttpServletRequest request, HttpServletResponse response) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
            // The filter chain leads to the sign-in.
            throw error;
        }
        LOG.info("Refused {} {}: {}", request.getMethod(), request.getRequestURI(), error.getMessage());
        return problems.show(problems.of(HttpStatus.FORBIDDEN.value()), request, response);
    }

    @ExceptionHandler
    ModelAndView overtaken(
            ConcurrencyFailureException error, HttpServletRequest request, HttpServletResponse response) {
        LOG.info("Conflict at {} {}", request.getMethod(), request.getRequestURI(), error);
        return problems.show(problems.of(HttpStatus.CONFLICT.value()), request, response);
    }

    /** No page bears such an address; but a value that is no number or date is the asker's mistake. */
    @ExceptionHandler
    ModelAndView malformed(
            MethodArgumentTypeMismatchException error, HttpServletRequest request, HttpServletResponse response) {
        var status = error.getParameter().hasParameterAnnotation(PathVariable.class)
                ? HttpStatus.NOT_FOUND
                : HttpStatus.BAD_REQUEST;
        return problems.show(problems.of(status.value()), request, response);
    }

    /** A form with fields that the page never had, such as a thousandth line. */
    @ExceptionHandler
    ModelAndView invented(InvalidPropertyException error, HttpServletRequest request, HttpServletResponse response) {
        return problems.show(problems.of(HttpStatus.BAD_REQUEST.value()), request, response);
    }

    @ExceptionHandler
    ModelAndView tooLarge(
            MaxUploadSizeExceededException error, HttpServletRequest request, HttpServletResponse response) {
        return problems.show(problems.of(HttpStatus.PAYLOAD_TOO_LARGE.value()), request, response);
    }

    /** A form that was to bring a file came without one, or broken off. */
    @ExceptionHandler
    ModelAndView noFile(MultipartException error, HttpServletRequest request, HttpServletResponse response) {
        return problems.show(problems.of(HttpStatus.BAD_REQUEST.value()), request, response);
    }

    @ExceptionHandler
    @Nullable
    ModelAndView failed(Exception error, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (DatabaseAway.isCauseOf(error)) {
            // Our pages need the database too: the filter of that name answers.
            throw error;
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(error)) {
            LOG.debug("The reader has left: nobody is there to be told", error);
            return null;
        }
        var status = error instanceof ErrorResponse known
                ? known.getStatusCode().value()
                : HttpStatus.INTERNAL_SERVER_ERROR.value();
        if (status >= 500) {
            LOG.error("Failed: {} {}", request.getMethod(), request.getRequestURI(), error);
        }
        return response.isCommitted() ? null : problems.show(problems.of(status), request, response);
    }
}
