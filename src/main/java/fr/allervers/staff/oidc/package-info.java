/** Sign-in with Keycloak: pages by OpenID Connect, the API by bearer tokens; groups become roles and agencies. */
@NullMarked
package fr.allervers.staff.oidc;

import org.jspecify.annotations.NullMarked;
