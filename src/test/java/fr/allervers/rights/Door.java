package fr.allervers.rights;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.allervers.staff.Role;
import fr.allervers.testing.Route;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;

/**
 * A public method of a facade: what pages call of a class that is no part of the web, where the modules' acts begin.
 *
 * @param routes those that lead to it
 */
record Door(Method method, List<Route> routes) {

    /** All of them by name: what handlers call, themselves or by other classes of the web. */
    static List<Door> all(Collection<Route> routes) {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("fr.allervers");
        var found = new TreeMap<String, Door>();
        for (var route : routes) {
            for (var method : calledFrom(route, classes)) {
                found.computeIfAbsent(name(method), key -> new Door(method, new ArrayList<>()))
                        .routes()
                        .add(route);
            }
        }
        return List.copyOf(found.values());
    }

    private static Set<Method> calledFrom(Route route, JavaClasses classes) {
        var doors = new HashSet<Method>();
        var seen = new HashSet<JavaMethod>();
        var next = new ArrayDeque<JavaMethod>();
        var handler = route.handler().getMethod();
        next.add(classes.get(handler.getDeclaringClass())
                .getMethod(
                        handler.getName(),
                        Arrays.stream(handler.getParameterTypes())
                                .map(Class::getName)
                                .toArray(String[]::new)));
        while (!next.isEmpty()) {
            var method = next.remove();
            if (seen.add(method)) {
                called(method).forEach(called -> {
                    if (isWeb(called.getOwner())) {
                        next.add(called);
                    } else if (isFacade(called)) {
                        doors.add(called.reflect());
                    }
                });
            }
        }
        return doors;
    }

    private static Set<JavaMethod> called(JavaMethod method) {
        return Stream.concat(
                        method.getMethodCallsFromSelf().stream()
                                .map(call -> call.getTarget().resolveMember()),
                        method.getMethodReferencesFromSelf().stream()
                                .map(call -> call.getTarget().resolveMember()))
                .flatMap(found -> found.stream())
                .collect(Collectors.toSet());
    }

    private static boolean isWeb(JavaClass owner) {
        return owner.getPackageName().startsWith("fr.allervers")
                && (owner.getPackageName().endsWith(".web") || owner.isMetaAnnotatedWith(Controller.class));
    }

    private static boolean isFacade(JavaMethod method) {
        return method.getOwner().getPackageName().startsWith("fr.allervers")
                && method.getModifiers().contains(JavaModifier.PUBLIC)
                && (method.getOwner().isAnnotatedWith(Component.class)
                        || method.getOwner().isMetaAnnotatedWith(Component.class));
    }

    /** Module, facade and method. */
    static String path(Method method) {
        return method.getDeclaringClass().getName().replace("fr.allervers.", "") + "." + method.getName();
    }

    private static String name(Method method) {
        return path(method)
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Of the handlers that lead to it; none where only links and open pages do. */
    Set<Role> roles() {
        var roles = EnumSet.noneOf(Role.class);
        routes.stream().map(Route::roles).filter(Objects::nonNull).forEach(roles::addAll);
        return roles;
    }

    /** For whom its pages are, in words. */
    String whose() {
        var roles = roles();
        var words = new ArrayList<String>();
        if (roles.size() == Role.values().length) {
            words.add("everybody signed in");
        } else {
            roles.stream().map(Role::name).sorted().forEach(words::add);
        }
        if (routes.stream().anyMatch(Route::isLink)) {
            words.add("link");
        }
        return words.isEmpty() ? "everyone" : String.join(", ", words);
    }

    /** Whether only links lead to it: of tenants and candidates, who have no account. */
    boolean isForLinks() {
        return routes.stream().allMatch(Route::isForEveryone);
    }

    /** The parameters that say which thing it is asked for. */
    List<Parameter> things(ThingsOfAnAgency known) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> known.isOne(path(method), parameter))
                .toList();
    }

    /** Whether it tells what it finds, line by line, to whom it is given. */
    boolean isTold() {
        return Arrays.asList(method.getParameterTypes()).contains(Consumer.class);
    }

    @Override
    public String toString() {
        return name(method);
    }
}
