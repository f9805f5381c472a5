package fr.allervers.staff;

import jakarta.annotation.security.RolesAllowed;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** For everybody who has a role here, whichever it is. A person signed in without any is refused. */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@RolesAllowed({
    Roles.SOCIAL_ADVISOR,
    Roles.CALLER,
    Roles.RENT_OFFICER,
    Roles.FIELD_MANAGER,
    Roles.ALLOCATION_OFFICER,
    Roles.COMMITTEE_MEMBER,
    Roles.SUPERVISOR,
    Roles.DIRECTOR,
    Roles.ADMINISTRATOR
})
public @interface EveryRole {}
