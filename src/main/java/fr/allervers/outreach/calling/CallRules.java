package fr.allervers.outreach.calling;

import fr.allervers.tenancy.Household;
import fr.allervers.tenancy.PhoneNumber;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rules for what is noted besides the guide's answers. Errors are messages by field of {@link CallSubmission}. */
@Component
class CallRules {

    static final int NOTE = 280;
    private static final int REASON = 200;
    private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final CallWindows windows;
    private final CallAnswers answers;
    private final Clock clock;

    CallRules(CallWindows windows, CallAnswers answers, Clock clock) {
        this.windows = windows;
        this.answers = answers;
        this.clock = clock;
    }

    Map<String, String> errors(CallSubmission sent, Household household) {
        var errors = new LinkedHashMap<String, String>();
        if (!sent.key().matches(UUID)) {
            errors.put("", words("key"));
        }
        if (sent.note() != null && sent.note().length() > NOTE) {
            errors.put("note", words("note", NOTE));
        }
        if (sent.phone() != null
                && phones(household).stream().noneMatch(phone -> phone.e164().equals(sent.phone()))) {
            errors.put("phone", words("phone"));
        }
        switch (sent.disposition()) {
            case CALL_BACK -> callBack(sent, errors);
            case LANGUAGE -> language(sent, errors);
            case WRONG_NUMBER -> {
                if (sent.phone() == null && Dialable.of(household).size() > 1) {
                    errors.put("phone", words("which-phone"));
                }
            }
            default -> {
                // Nothing more is asked.
            }
        }
        return errors;
    }

    /** A grade may be raised freely; lowered only with a reason. */
    Map<String, String> gradeErrors(CallSubmission sent, Graded computed) {
        var reason = sent.gradeChangeReason();
        if (reason != null && reason.length() > REASON) {
            return Map.of("gradeChangeReason", words("note", REASON));
        }
        return sent.grade() != null && sent.grade().isBelow(computed.grade()) && (reason == null || reason.isBlank())
                ? Map.of("gradeChangeReason", words("lower"))
                : Map.of();
    }

    /** The number called: the one named, else the only one there is. */
    static @Nullable String dialled(CallSubmission sent, Household household) {
        var dialable = Dialable.of(household);
        return sent.phone() != null || dialable.size() != 1
                ? sent.phone()
                : dialable.get(0).e164();
    }

    private void callBack(CallSubmission sent, Map<String, String> errors) {
        var at = sent.callBackAt();
        if (at == null) {
            errors.put("callBackAt", words("call-back.missing"));
        } else if (!at.isAfter(clock.instant())) {
            errors.put("callBackAt", words("call-back.past"));
        } else if (!windows.contains(at)) {
            errors.put("callBackAt", words("call-back.window"));
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private void language(CallSubmission sent, Map<String, String> errors) {
        if (isBlank(sent.language()) || !CallerProfiles.isLanguage(String.valueOf(sent.language()))) {
            errors.put("language", words("spoken-language"));
        }
    }

    private static List<PhoneNumber> phones(Household household) {
        return household.occupants().stream()
                .flatMap(occupant -> occupant.phones().stream())
                .toList();
    }

    private String words(String key, Object... values) {
        return answers.words("calling.error." + key, values);
    }
}
