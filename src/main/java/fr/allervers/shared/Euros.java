package fr.allervers.shared;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Amounts as people read them, in their language. Templates call it {@code @euros}. */
@Component("euros")
public class Euros {

    /** « 1 046,20 € » for 104620; empty without an amount. */
    public String text(@Nullable Long cents) {
        return cents == null ? "" : new Money(cents).text(LocaleContextHolder.getLocale());
    }

    /** As a form's field shows it again, « 1046,20 »; empty without an amount. */
    public String plain(@Nullable Long cents) {
        return cents == null
                ? ""
                : "%s%d,%02d".formatted(cents < 0 ? "-" : "", Math.abs(cents) / 100, Math.abs(cents) % 100);
    }
}
