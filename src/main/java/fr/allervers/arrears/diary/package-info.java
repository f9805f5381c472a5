/** What the parts of arrears write down about a case, in one way. */
@NullMarked
package fr.allervers.arrears.diary;

import org.jspecify.annotations.NullMarked;
